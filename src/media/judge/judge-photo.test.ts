import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SyntheticPaper, syntheticPaper } from '#tests/fixtures/synthetic-paper.ts';
import { edgeWidth } from './edge-width.ts';
import { judgePhoto } from './judge-photo.ts';
import type { Luminance } from './luminance.ts';

/** As phones take them when all goes well: a card or a page, more or less of the photo, some grain, some light. */
const goodPaper: fc.Arbitrary<SyntheticPaper> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  fill: fc.double({ min: 0.6, max: 0.97, noNaN: true }),
  table: fc.integer({ min: 20, max: 110 }),
  paper: fc.integer({ min: 165, max: 240 }),
  print: fc.integer({ min: 5, max: 50 }),
  letterPixels: fc.integer({ min: 8, max: 24 }),
  blur: fc.double({ min: 0.3, max: 0.8, noNaN: true }),
  noise: fc.double({ min: 0, max: 8, noNaN: true }),
});
const fewRuns = { numRuns: 8 };
const kindsOf = (photo: Luminance, longSidePixels = 4000): readonly string[] =>
  judgePhoto(photo, longSidePixels).map(({ kind }) => kind);

describe('a photo of a paper', () => {
  it('that is good raises no doubt', () => {
    fc.assert(
      fc.property(goodPaper, (paper) => {
        expect(judgePhoto(syntheticPaper(paper), 4000)).toEqual([]);
      }),
      fewRuns,
    );
  });

  it('that is far out of focus is called blurred', () => {
    fc.assert(
      fc.property(goodPaper, fc.double({ min: 2.6, max: 6, noNaN: true }), (paper, blur) => {
        // Letters of which a blur leaves nothing have no edge left to measure; the paper's own are too few.
        expect(kindsOf(syntheticPaper({ ...paper, letterPixels: 24, blur }))).toContain('blurred');
      }),
      fewRuns,
    );
  });

  it('has wider edges the more it is blurred, whatever its contrast', () => {
    fc.assert(
      fc.property(goodPaper, (paper) => {
        const widths = [0.5, 1.5, 3].map((blur) =>
          edgeWidth(syntheticPaper({ ...paper, letterPixels: 24, noise: 1, blur })),
        );
        expect(widths.toSorted((a, b) => Number(a) - Number(b))).toEqual(widths);
        expect(new Set(widths).size).toBe(3);
      }),
      fewRuns,
    );
  });

  it('that is dark is called dark, and says how bright it is', () => {
    fc.assert(
      fc.property(goodPaper, fc.double({ min: 0.1, max: 0.33, noNaN: true }), (paper, gain) => {
        const dark = judgePhoto(syntheticPaper({ ...paper, gain }), 4000).find(({ kind }) => kind === 'dark');
        expect(dark).toEqual({ kind: 'dark', brightness: expect.any(Number) });
        expect(dark?.kind === 'dark' ? dark.brightness : 100).toBeLessThan(36);
      }),
      fewRuns,
    );
  });

  it('whose print has gone in too much light is called washed out', () => {
    fc.assert(
      fc.property(goodPaper, (paper) => {
        const spoilt = syntheticPaper({ ...paper, fill: 0.9, table: 90, print: 50, paper: 150, gain: 2.2 });
        expect(kindsOf(spoilt)).toContain('washed-out');
      }),
      fewRuns,
    );
  });

  it('with a reflection on it says how much that covers', () => {
    fc.assert(
      fc.property(goodPaper, fc.double({ min: 0.12, max: 0.26, noNaN: true }), (paper, glare) => {
        const found = judgePhoto(syntheticPaper({ ...paper, paper: 200, fill: 0.95, glare }), 4000);
        expect(found.map(({ kind }) => kind)).toContain('glare');
      }),
      fewRuns,
    );
  });

  it('that goes on outside of it names the side', () => {
    fc.assert(
      fc.property(goodPaper, fc.constantFrom(1, -1), (paper, direction) => {
        const cut = syntheticPaper({ ...paper, fill: 0.8, table: 60, shift: 0.22 * direction });
        expect(judgePhoto(cut, 4000)).toContainEqual({ kind: 'cut-off', sides: [direction === 1 ? 'right' : 'left'] });
      }),
      fewRuns,
    );
  });

  it('with few pixels is called small, and a whole one is not', () => {
    const good = syntheticPaper({ seed: 1, fill: 0.9, table: 60, paper: 220, print: 20, letterPixels: 12 });
    expect(judgePhoto(good, 640)).toEqual([{ kind: 'small', longSidePixels: 640 }]);
    expect(judgePhoto(good, 1000)).toEqual([]);
  });

  it('that is no photo of anything raises no doubt about focus, outline or light', () => {
    const flat = { width: 32, height: 32, values: new Uint8Array(1024).fill(200) };
    expect(judgePhoto(flat, 4000)).toEqual([]);
  });

  it('as a clean scan, white to the edges, is not called washed out', () => {
    const scan = syntheticPaper({ seed: 4, fill: 1, table: 255, paper: 255, print: 10, letterPixels: 14 });
    expect(judgePhoto(scan, 2480)).toEqual([]);
  });

  it('of any size and any brightness is judged without a throw', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(fc.nat(255)),
        (width, height, stream) => {
          const values = Uint8Array.from({ length: width * height }, () => Number(stream.next().value));
          judgePhoto({ width, height, values }, width);
        },
      ),
    );
  });
});
