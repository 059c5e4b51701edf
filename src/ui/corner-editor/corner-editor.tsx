import { useId, useState, type CSSProperties } from 'react';
import { type Point, type Quad, withCorner } from '#lib/quad.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { CornerHandle } from './corner-handle.tsx';
import styles from './corner-editor.module.css';
import { Loupe } from './loupe.tsx';
import { QuadOutline } from './quad-outline.tsx';
import { placeSeenAt, type QuarterTurns, seenAt } from './quarter-turns.ts';
import { type Picture, seenRatio, TurnedPicture } from './turned-picture.tsx';

export interface CornerEditorWords {
  /** Top left, top right, bottom right, bottom left. */
  readonly corners: readonly [string, string, string, string];
  readonly hint: string;
  /** For those who read the screen by ear. */
  readonly keyHint: string;
  /** Read out when a key has moved a corner; per cent from the left and from the top. */
  readonly moved: (corner: string, left: number, top: number) => string;
}

export interface CornerEditorProps {
  readonly picture: Picture;
  readonly turns: QuarterTurns;
  /** In parts of the picture as it is without turning; the first is seen top left. */
  readonly corners: Quad;
  readonly onChange: (corners: Quad) => void;
  readonly words: CornerEditorWords;
}

/** A picture with four corners on it that a finger or the arrow keys move. */
export function CornerEditor({ picture, turns, corners, onChange, words }: CornerEditorProps) {
  const hintId = useId();
  const [held, setHeld] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const see = (point: Point): Point => seenAt(point, turns);
  const [a, b, c, d] = corners;
  const seen: Quad = [see(a), see(b), see(c), see(d)];
  const atFinger = held === null ? undefined : seen[held];

  function move(corner: number, to: Point, by: 'finger' | 'key'): void {
    const moved = withCorner(corners, corner, placeSeenAt(to, turns));
    onChange(moved);
    const now = moved[corner];
    if (by === 'finger' || now === undefined) return;
    const { x, y } = see(now);
    setSaid(words.moved(words.corners[corner] ?? '', Math.round(x * 100), Math.round(y * 100)));
  }
  const ratio = seenRatio(picture, turns);
  // A custom property: the style sheet works out the size that fits.
  const sizing: CSSProperties & Record<'--ratio', number> = { '--ratio': ratio, aspectRatio: String(ratio) };
  return (
    <div className={styles.editor}>
      <p id={hintId}>
        {words.hint} <VisuallyHidden>{words.keyHint}</VisuallyHidden>
      </p>
      <div className={styles.stage} style={sizing}>
        <TurnedPicture picture={picture} turns={turns} />
        <QuadOutline quad={seen} />
        {words.corners.map((label, corner) => (
          <CornerHandle
            key={label}
            label={label}
            describedBy={hintId}
            testId={`corner-${corner}`}
            at={seen[corner] ?? a}
            onMove={(to, by) => move(corner, to, by)}
            onHold={(isHeld) => setHeld(isHeld ? corner : null)}
          />
        ))}
        {atFinger !== undefined && <Loupe picture={picture} turns={turns} at={atFinger} quad={seen} />}
      </div>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </div>
  );
}
