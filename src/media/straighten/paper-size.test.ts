import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corners } from '#domain/document/corners.ts';
import { sceneCorners } from '#tests/fixtures/paper-scene/camera.ts';
import { paperSize } from './paper-size.ts';

const picture = { width: 1200, height: 1600 };

describe('the size of a straightened paper', () => {
  it.each([
    ['A4', 210, 297],
    ['F4', 215, 330],
    ['a KTP', 85.6, 53.98],
  ])('%s keeps its proportion from whichever side it was photographed', (_name, width, height) => {
    fc.assert(
      fc.property(
        fc.record({
          rollDegrees: fc.integer({ min: -30, max: 30 }),
          tiltDegrees: fc.integer({ min: 0, max: 25 }),
          towardsDegrees: fc.integer({ min: 0, max: 359 }),
        }),
        (view) => {
          const size = paperSize(sceneCorners({ width, height }, picture, view), picture);
          expect(Math.abs(Math.log(size.width / size.height / (width / height)))).toBeLessThan(0.05);
        },
      ),
    );
  });

  it('a whole photo keeps its own size, also turned', () => {
    const whole: Corners = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ];
    const [a, b, c, d] = whole;
    expect(paperSize(whole, picture)).toEqual(picture);
    expect(paperSize([d, a, b, c], picture)).toEqual({ width: 1600, height: 1200 });
    // Almost an F4 sheet, and still a photo.
    expect(paperSize(whole, { width: 1000, height: 1520 })).toEqual({ width: 1000, height: 1520 });
  });
});
