import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corners } from '#domain/document/corners.ts';
import { sceneCorners } from '#tests/fixtures/paper-scene/camera.ts';
import { drawScene } from '#tests/fixtures/paper-scene/draw-scene.ts';
import type { Colour } from '#tests/fixtures/paper-scene/surfaces.ts';
import { paperSize } from './paper-size.ts';
import type { Pixels } from './pixels.ts';
import { warp } from './warp.ts';

const picture = { width: 360, height: 480 };
/** A sheet whose four quarters have a colour each, as they are read. */
const quarters: readonly Colour[] = [
  [230, 40, 40],
  [40, 200, 40],
  [40, 40, 230],
  [230, 220, 60],
];

function colourAt({ width, height, data }: Pixels, x: number, y: number): readonly number[] {
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return [...data.subarray(at, at + 4)];
}

describe('a straightened paper', () => {
  it('shows every part of the paper where it is on the paper, and nothing beside it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 359 }),
        (rollDegrees, tiltDegrees, towardsDegrees) => {
          const corners = sceneCorners({ width: 210, height: 297 }, picture, {
            rollDegrees,
            tiltDegrees,
            towardsDegrees,
          });
          const print = (u: number, v: number) => quarters[(u < 105 ? 0 : 1) + (v < 148.5 ? 0 : 2)] ?? null;
          const photo = drawScene({ picture, surface: () => [0, 0, 0], laid: { corners, paper: 'a4', print } });
          const paper = warp(photo, corners, paperSize(corners, photo));
          for (const [quarter, colour] of quarters.entries()) {
            const [left, top] = [quarter % 2, quarter >> 1];
            for (const [x, y] of [
              [0.03, 0.03],
              [0.46, 0.46],
              [0.03, 0.46],
              [0.46, 0.03],
            ] as const) {
              const seen = colourAt(paper, left === 0 ? x : 1 - x, top === 0 ? y : 1 - y);
              colour.forEach((part, channel) => expect(Math.abs((seen[channel] ?? 0) - part)).toBeLessThan(12));
              expect(seen[3]).toBe(255);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('of the whole photo is the photo, bit for bit, and a quarter turn puts its left side up', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4 * 12, maxLength: 4 * 12 }), (bytes) => {
        const photo = { width: 4, height: 3, data: new Uint8ClampedArray(bytes) };
        const [a, b, c, d]: Corners = [
          { x: 0, y: 0 },
          { x: 1, y: 0 },
          { x: 1, y: 1 },
          { x: 0, y: 1 },
        ];
        expect(warp(photo, [a, b, c, d], photo).data).toEqual(photo.data);
        const upright = warp(photo, [d, a, b, c], { width: 3, height: 4 });
        expect(colourAt(upright, 0, 0)).toEqual([...photo.data.subarray(32, 36)]);
        expect(colourAt(upright, 0.99, 0)).toEqual([...photo.data.subarray(0, 4)]);
      }),
    );
  });
});
