/** One line that a finger drew, without lifting. The pad is 2 wide and 1 high, whatever its size on the screen. */
export type Stroke = readonly StrokePoint[];
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
}

/** Shorter all together it is a slip of the finger; a cross or a short name is longer. */
const leastInk = 0.35;
/** Narrower and lower it is a dot. */
const leastSpread = 0.15;

/** Whether somebody has written something, or only touched the pad. */
export function isSignature(strokes: readonly Stroke[]): boolean {
  const points = strokes.flat();
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  if (points.length === 0) return false;
  const spread = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const ink = strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0);
  return spread >= leastSpread && ink >= leastInk;
}

function lengthOf(stroke: Stroke): number {
  let length = 0;
  for (let index = 1; index < stroke.length; index += 1) {
    const [a, b] = [stroke[index - 1], stroke[index]];
    if (a !== undefined && b !== undefined) length += Math.hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}
