import styles from './corner-editor.module.css';
import type { QuarterTurns } from './quarter-turns.ts';

export interface Picture {
  readonly src: string;
  /** In pixels, as it is without turning. */
  readonly width: number;
  readonly height: number;
}

/** Width by height, as it is seen. */
export function seenRatio({ width, height }: Picture, turns: QuarterTurns): number {
  return turns % 2 === 0 ? width / height : height / width;
}

/** The picture, turned, over the whole of what it lies in. */
export function TurnedPicture({ picture, turns }: { readonly picture: Picture; readonly turns: QuarterTurns }) {
  const ratio = seenRatio(picture, turns);
  const size =
    turns % 2 === 0 ? { width: '100%', height: '100%' } : { width: `${100 / ratio}%`, height: `${100 * ratio}%` };
  return (
    <img
      className={styles.picture}
      src={picture.src}
      alt=""
      draggable={false}
      style={{ ...size, transform: `translate(-50%, -50%) rotate(${turns * 90}deg)` }}
    />
  );
}
