export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

export function scaleQuad(quad: Quad, width: number, height: number): Quad {
  const [a, b, c, d] = quad;
  const scaled = ({ x, y }: Point): Point => ({ x: x * width, y: y * height });
  return [scaled(a), scaled(b), scaled(c), scaled(d)];
}

export function movedQuad(quad: Quad, byX: number, byY: number): Quad {
  const [a, b, c, d] = quad;
  const moved = ({ x, y }: Point): Point => ({ x: x + byX, y: y + byY });
  return [moved(a), moved(b), moved(c), moved(d)];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** How far `c` lies to the right of the way from `a` to `b`, times its length (y grows downwards). */
export function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Negative when the corners go round the wrong way. */
export function areaOf([a, b, c, d]: Quad): number {
  return (turn(a, b, c) + turn(a, c, d)) / 2;
}

/** Every corner turns right: nothing is crossed, folded or flat. */
export function isConvex([a, b, c, d]: Quad): boolean {
  return turn(a, b, c) > 0 && turn(b, c, d) > 0 && turn(c, d, a) > 0 && turn(d, a, b) > 0;
}

/** The same four points, going round to the right from the one nearest to the picture's top left. */
export function inOrder(points: Quad): Quad {
  const [first, second, third, fourth] = points;
  const round: Quad = areaOf(points) < 0 ? [first, fourth, third, second] : points;
  const sums = round.map(({ x, y }) => x + y);
  return turned(round, sums.indexOf(Math.min(...sums)));
}

/** The corner number `by` comes first. */
export function turned([a, b, c, d]: Quad, by: number): Quad {
  switch (((by % 4) + 4) % 4) {
    case 1:
      return [b, c, d, a];
    case 2:
      return [c, d, a, b];
    case 3:
      return [d, a, b, c];
    default:
      return [a, b, c, d];
  }
}

/** One corner moved; the same quad where that would cross or fold it, or make it too small to hold by a finger. */
export function withCorner(quad: Quad, corner: number, to: Point): Quad {
  const inside = { x: Math.min(Math.max(to.x, 0), 1), y: Math.min(Math.max(to.y, 0), 1) };
  const [a, b, c, d] = quad.map((point, at) => (at === corner ? inside : point));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return quad;
  const moved: Quad = [a, b, c, d];
  return isConvex(moved) && areaOf(moved) >= leastShare ? moved : quad;
}

/** Of the whole. */
const leastShare = 0.01;
