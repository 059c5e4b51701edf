import type { Point, Quad } from '#lib/quad.ts';
import { classNames } from '../class-names.ts';
import styles from './corner-editor.module.css';
import type { QuarterTurns } from './quarter-turns.ts';
import { QuadOutline } from './quad-outline.tsx';
import { type Picture, TurnedPicture } from './turned-picture.tsx';

/** What lies under the finger, larger, beside the finger: above it, or under it at the top of the picture. */
export function Loupe(props: {
  readonly picture: Picture;
  readonly turns: QuarterTurns;
  readonly at: Point;
  readonly quad: Quad;
}) {
  const { picture, turns, at, quad } = props;
  return (
    <div
      className={classNames(styles.loupe, at.y < 0.35 && styles.below)}
      style={{ left: `clamp(48px, ${at.x * 100}%, calc(100% - 48px))`, top: `${at.y * 100}%` }}
      aria-hidden="true"
    >
      <div className={styles.magnified} style={{ translate: `${-at.x * 100}% ${-at.y * 100}%` }}>
        <TurnedPicture picture={picture} turns={turns} />
        <QuadOutline quad={quad} />
      </div>
    </div>
  );
}
