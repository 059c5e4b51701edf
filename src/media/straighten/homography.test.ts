import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConvex, type Quad } from '#lib/quad.ts';
import { fromUnitSquare, inverse, mapPoint } from './homography.ts';

const near = (x: number, y: number) =>
  fc.record({
    x: fc.double({ min: x - 30, max: x + 30, noNaN: true }),
    y: fc.double({ min: y - 30, max: y + 30, noNaN: true }),
  });
/** Sheets as they are photographed: every corner within reach of a rectangle's. */
const quads: fc.Arbitrary<Quad> = fc
  .tuple(near(0, 0), near(120, 0), near(120, 160), near(0, 160))
  .filter((quad) => isConvex(quad));
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('a sheet’s plane and its photo', () => {
  it('the unit square’s corners come to lie on the quad’s', () => {
    fc.assert(
      fc.property(quads, (quad) => {
        const map = fromUnitSquare(quad);
        const ends = [
          mapPoint(map, { x: 0, y: 0 }),
          mapPoint(map, { x: 1, y: 0 }),
          mapPoint(map, { x: 1, y: 1 }),
          mapPoint(map, { x: 0, y: 1 }),
        ];
        for (const [at, { x, y }] of ends.entries()) {
          expect(x).toBeCloseTo(quad[at]?.x ?? 0, 6);
          expect(y).toBeCloseTo(quad[at]?.y ?? 0, 6);
        }
      }),
    );
  });

  it('any point comes back to where it was', () => {
    fc.assert(
      fc.property(quads, part, part, (quad, x, y) => {
        const map = fromUnitSquare(quad);
        const back = mapPoint(inverse(map), mapPoint(map, { x, y }));
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });
});
