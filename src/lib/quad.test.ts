import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, inOrder, isConvex, type Quad, turned } from './quad.ts';

const square: Quad = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 3 },
  { x: 0, y: 3 },
];

describe('four corners', () => {
  it('are put in order from the top left, whichever comes first and whichever way they went round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.boolean(), (by, isMirrored) => {
        const [a, b, c, d] = turned(square, by);
        expect(inOrder(isMirrored ? [a, d, c, b] : [a, b, c, d])).toEqual(square);
      }),
    );
  });

  it('that are crossed, folded or flat are no quad', () => {
    const [a, b, c, d] = square;
    expect(isConvex(square)).toBe(true);
    expect(isConvex([a, c, b, d])).toBe(false);
    expect(isConvex([a, b, { x: 1, y: 1 }, d])).toBe(false);
    expect(isConvex([a, b, { x: 2, y: 0 }, { x: 1, y: 0 }])).toBe(false);
    expect(isConvex([d, c, b, a])).toBe(false);
  });

  it('have an area, negative when they go round to the left', () => {
    const [a, b, c, d] = square;
    expect(areaOf(square)).toBe(12);
    expect(areaOf([d, c, b, a])).toBe(-12);
  });
});
