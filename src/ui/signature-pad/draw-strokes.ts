import type { Stroke, StrokePoint } from '#lib/strokes.ts';

/** Of the pad's height: a pen of one millimetre on a strip of paper. */
const penWidth = 0.018;
/** Drawn the same by day and by night: it is paper. */
const paper = '#ffffff';
const ink = '#14213d';
/** Large enough to be printed a hand wide, small enough for any line. */
const pictureWidth = 1_200;

/** Draws the lines on white, as wide as the canvas is. */
export function drawStrokes(context: CanvasRenderingContext2D, strokes: readonly Stroke[]): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.setTransform(width / 2, 0, 0, width / 2, 0, 0);
  context.strokeStyle = ink;
  context.lineWidth = penWidth;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    context.beginPath();
    trace(context, stroke);
    context.stroke();
  }
}

/** Through the middles between the points, so that a quick finger leaves curves and no corners. */
function trace(context: CanvasRenderingContext2D, stroke: Stroke): void {
  const [first] = stroke;
  if (first === undefined) return;
  context.moveTo(first.x, first.y);
  for (let index = 1; index < stroke.length - 1; index += 1) {
    const [at, after] = [stroke[index], stroke[index + 1]];
    if (at === undefined || after === undefined) continue;
    const middle = between(at, after);
    context.quadraticCurveTo(at.x, at.y, middle.x, middle.y);
  }
  const last = stroke.at(-1) ?? first;
  // A line to itself is a dot.
  context.lineTo(last.x, last.y);
}

function between(a: StrokePoint, b: StrokePoint): StrokePoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** A PNG of 1,200 by 600; null when this browser can't make one. */
export async function pictureOf(strokes: readonly Stroke[]): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = pictureWidth;
  canvas.height = pictureWidth / 2;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  drawStrokes(context, strokes);
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
