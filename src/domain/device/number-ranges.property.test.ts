import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, gapsIn, type NumberRange, rangesOf, rangesText } from './number-ranges.ts';

const numbers = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });
const within = ({ from, to }: NumberRange) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('ranges of numbers', () => {
  it('hold the same numbers, and no two of them touch', () => {
    fc.assert(
      fc.property(numbers, (some) => {
        const ranges = rangesOf(some);
        expect(ranges.flatMap(within)).toEqual([...new Set(some)].sort((a, b) => a - b));
        for (const [index, { from }] of ranges.entries())
          expect(from).toBeGreaterThan((ranges[index - 1]?.to ?? -1) + 1);
        expect(countOf(ranges)).toBe(new Set(some).size);
      }),
    );
  });

  it('leave as gaps exactly what none of them has, in whatever order they come', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 0, max: 60 }), (some, more, last) => {
        const gaps = gapsIn(last, [...rangesOf(more), ...rangesOf(some)]);
        const known = new Set([...some, ...more]);
        const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !known.has(number));
        expect(gaps.flatMap(within)).toEqual(missing);
      }),
    );
  });

  it('are written as a person reads them', () => {
    expect(rangesText(rangesOf([9, 7, 3, 8]))).toBe('3, 7-9');
  });
});
