import { describe, expect, it } from 'vitest';
import { distance, inOrder, scaleQuad, turned } from '#lib/quad.ts';
import {
  cutOff,
  fair,
  hard,
  sceneWithoutPaper,
  sceneWithPaper,
  type Scene,
} from '#tests/fixtures/paper-scene/paper-scene.ts';
import { findCorners, sureFrom } from './find-corners.ts';

const longSide = 480;
const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, seed) => seed + 1);
const share = (found: readonly boolean[]): number => found.filter(Boolean).length / found.length;

/** The worst corner's distance from where it is, in diagonals of the picture; null when nothing is found. */
function errorOf({ pixels, corners }: Scene): { readonly off: number; readonly confidence: number } | null {
  const found = findCorners(pixels);
  if (found === null || corners === null) return null;
  const [there, here] = [
    inOrder(scaleQuad(corners, pixels.width, pixels.height)),
    scaleQuad(found.corners, pixels.width, pixels.height),
  ];
  // Which corner comes first is told by a hair where a sheet lies at 45°.
  const offs = [0, 1, 2, 3].map((by) =>
    Math.max(...turned(here, by).map((point, at) => distance(point, there[at] ?? point))),
  );
  return { off: Math.min(...offs) / Math.hypot(pixels.width, pixels.height), confidence: found.confidence };
}

describe('the corners of a photographed paper', () => {
  it('are found to 2 % and offered in at least 9 of 10 fair photos', () => {
    const errors = seeds(40).map((seed) => errorOf(sceneWithPaper(seed, longSide, fair)));
    expect(
      share(errors.map((error) => error !== null && error.off < 0.02 && error.confidence >= sureFrom)),
    ).toBeGreaterThanOrEqual(0.9);
  });

  it('are offered wrongly in at most 1 of 20 hard photos, and rightly in most', () => {
    const errors = seeds(40).map((seed) => errorOf(sceneWithPaper(100 + seed, longSide, hard)));
    const sure = errors.filter((error) => error !== null && error.confidence >= sureFrom);
    expect(sure.filter((error) => (error?.off ?? 1) >= 0.02).length / errors.length).toBeLessThanOrEqual(0.05);
    expect(sure.length / errors.length).toBeGreaterThanOrEqual(0.7);
  });

  it('are not offered where no paper lies, or where it goes on outside of the photo', () => {
    const tables = seeds(25).map((seed) => sceneWithoutPaper(seed, longSide).pixels);
    const parts = seeds(25).map((seed) =>
      cutOff(sceneWithPaper(seed, longSide, fair), seed % 2 === 0 ? 'top' : 'left'),
    );
    const offered = [...tables, ...parts].map((pixels) => (findCorners(pixels)?.confidence ?? 0) >= sureFrom);
    expect(share(offered)).toBeLessThanOrEqual(0.05);
  });

  it('are not found in what is too small or too even to be a photo', () => {
    for (const size of [1, 3, 40]) {
      expect(
        findCorners({ width: size, height: size, data: new Uint8ClampedArray(size * size * 4).fill(200) }),
      ).toBeNull();
    }
  });
});
