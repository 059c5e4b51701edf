import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Stroke, StrokePoint } from '#lib/strokes.ts';
import { drawStrokes } from './draw-strokes.ts';

export interface SignaturePadProps {
  /** Its size on the screen: twice as wide as high. */
  readonly className: string | undefined;
  readonly label: string;
  readonly describedBy: string;
  readonly strokes: readonly Stroke[];
  readonly onStroke: (stroke: Stroke) => void;
}

const canvasWidth = 800;
/** In parts of the pad's height; what is nearer is the trembling of a hand. */
const leastStep = 0.004;

/** White paper that a finger, a pen or a mouse writes on. */
export function SignaturePad({ className, label, describedBy, strokes, onStroke }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pointer = useRef<number | null>(null);
  /** A finger moves and lifts more often than the page is drawn: what is written is kept here, and shown from the state. */
  const written = useRef<Stroke>([]);
  const [current, setCurrent] = useState<Stroke>([]);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context !== null && context !== undefined) drawStrokes(context, [...strokes, current]);
  }, [strokes, current]);

  function write(stroke: Stroke): void {
    written.current = stroke;
    setCurrent(stroke);
  }
  function down(event: PointerEvent<HTMLCanvasElement>): void {
    // A second finger, or the ball of the hand beside a pen.
    if (pointer.current !== null) return;
    pointer.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    write([placeOf(event)]);
  }
  function move(event: PointerEvent<HTMLCanvasElement>): void {
    if (event.pointerId !== pointer.current) return;
    const to = placeOf(event);
    const last = written.current.at(-1);
    if (last === undefined || Math.hypot(to.x - last.x, to.y - last.y) >= leastStep) write([...written.current, to]);
  }
  function up(event: PointerEvent<HTMLCanvasElement>): void {
    if (event.pointerId !== pointer.current) return;
    pointer.current = null;
    if (written.current.length > 0) onStroke(written.current);
    write([]);
  }
  return (
    <figure aria-label={label} aria-describedby={describedBy}>
      <canvas
        ref={canvas}
        className={className}
        width={canvasWidth}
        height={canvasWidth / 2}
        data-testid="signature-pad"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onLostPointerCapture={up}
      />
    </figure>
  );
}

function placeOf(event: PointerEvent<HTMLElement>): StrokePoint {
  const box = event.currentTarget.getBoundingClientRect();
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return {
    x: within(((event.clientX - box.left) / box.width) * 2, 2),
    y: within((event.clientY - box.top) / box.height, 1),
  };
}
