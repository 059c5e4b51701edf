import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneMore, placeSeenAt, type QuarterTurns, seenAt } from './quarter-turns.ts';

const turns: fc.Arbitrary<QuarterTurns> = fc.constantFrom(0, 1, 2, 3);
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('a picture turned by quarters', () => {
  it('a finger on what is seen points at the place that is seen there', () => {
    fc.assert(
      fc.property(turns, part, part, (by, x, y) => {
        const back = placeSeenAt(seenAt({ x, y }, by), by);
        expect(back.x).toBeCloseTo(x, 9);
        expect(back.y).toBeCloseTo(y, 9);
      }),
    );
  });

  it('to the right: what was top left is top right, and after four turns all is as it was', () => {
    expect(seenAt({ x: 0, y: 0 }, 1)).toEqual({ x: 1, y: 0 });
    expect(seenAt({ x: 0, y: 0 }, 2)).toEqual({ x: 1, y: 1 });
    expect(seenAt({ x: 0, y: 0 }, 3)).toEqual({ x: 0, y: 1 });
    for (const by of [0, 1, 2, 3] as const) expect(oneMore(oneMore(oneMore(oneMore(by))))).toBe(by);
  });
});
