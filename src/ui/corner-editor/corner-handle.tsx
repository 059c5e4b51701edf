import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Point } from '#lib/quad.ts';
import styles from './corner-editor.module.css';

/** In parts of the picture; ten times that with Shift. */
const keyStep = 0.005;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** One corner: it follows the finger that holds it, and the arrow keys. Places are as seen, in parts of the picture. */
export function CornerHandle(props: {
  readonly label: string;
  readonly describedBy: string;
  readonly testId: string;
  readonly at: Point;
  readonly onMove: (to: Point, by: 'finger' | 'key') => void;
  readonly onHold: (isHeld: boolean) => void;
}) {
  const { label, describedBy, testId, at, onMove, onHold } = props;
  /** From the finger to the corner: it doesn't jump under the finger. */
  const grip = useRef<Point | null>(null);

  function down(event: PointerEvent<HTMLButtonElement>): void {
    const finger = placeOf(event);
    if (finger === null || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: at.x - finger.x, y: at.y - finger.y };
    onHold(true);
  }
  function move(event: PointerEvent<HTMLButtonElement>): void {
    const finger = placeOf(event);
    if (grip.current === null || finger === null || !event.isPrimary) return;
    onMove({ x: finger.x + grip.current.x, y: finger.y + grip.current.y }, 'finger');
  }
  function letGo(): void {
    grip.current = null;
    onHold(false);
  }
  function press(event: KeyboardEvent): void {
    const arrow = arrows[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 * keyStep : keyStep;
    onMove({ x: at.x + arrow.x * step, y: at.y + arrow.y * step }, 'key');
  }
  return (
    <button
      type="button"
      className={styles.handle}
      style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
      aria-label={label}
      aria-describedby={describedBy}
      data-testid={testId}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onLostPointerCapture={letGo}
      onKeyDown={press}
    />
  );
}

function placeOf(event: PointerEvent<HTMLElement>): Point | null {
  const box = event.currentTarget.parentElement?.getBoundingClientRect();
  if (box === undefined || box.width === 0 || box.height === 0) return null;
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}
