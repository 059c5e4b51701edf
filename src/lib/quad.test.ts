import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, inOrder, isConvex, type Quad, turned, withCorner } from './quad.ts';

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

  it('stay a quad inside of the whole, wherever a finger drags one of them', () => {
    const far = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), far, far), { maxLength: 30 }), (drags) => {
        let quad: Quad = [
          { x: 0.1, y: 0.1 },
          { x: 0.9, y: 0.1 },
          { x: 0.9, y: 0.9 },
          { x: 0.1, y: 0.9 },
        ];
        for (const [corner, x, y] of drags) quad = withCorner(quad, corner, { x, y });
        expect(isConvex(quad)).toBe(true);
        expect(areaOf(quad)).toBeGreaterThanOrEqual(0.01);
        expect(quad.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true);
      }),
    );
    expect(withCorner(square, 0, { x: 0.5, y: 0.25 })[0]).toEqual({ x: 0.5, y: 0.25 });
  });
});
