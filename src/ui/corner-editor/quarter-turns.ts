import type { Point } from '#lib/quad.ts';

/** How often a picture is turned to the right by 90°. */
export type QuarterTurns = 0 | 1 | 2 | 3;

export function oneMore(turns: QuarterTurns): QuarterTurns {
  return turns === 0 ? 1 : turns === 1 ? 2 : turns === 2 ? 3 : 0;
}

/** Where a place of the picture is seen, both in parts of the picture. */
export function seenAt({ x, y }: Point, turns: QuarterTurns): Point {
  switch (turns) {
    case 0:
      return { x, y };
    case 1:
      return { x: 1 - y, y: x };
    case 2:
      return { x: 1 - x, y: 1 - y };
    case 3:
      return { x: y, y: 1 - x };
  }
}

/** The place of the picture that is seen there. */
export function placeSeenAt(point: Point, turns: QuarterTurns): Point {
  const back = (4 - turns) % 4;
  return seenAt(point, back === 1 ? 1 : back === 2 ? 2 : back === 3 ? 3 : 0);
}
