import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketSize, bucketsOf } from './buckets.ts';

const dayMs = 24 * 60 * 60 * 1000;
const dayAt = (offset: number) => new Date(Date.parse('2026-01-01') + offset * dayMs).toISOString().slice(0, 10);

describe('the buckets of a time', () => {
  it('lose nobody and count nobody twice, whatever their size', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.array(fc.record({ at: fc.nat(300), received: fc.nat(9), ended: fc.nat(9) }), { maxLength: 40 }),
        fc.constantFrom('day', 'week', 'month'),
        (start, length, seen, size) => {
          const counts = seen.map(({ at, received, ended }) => ({
            day: dayAt(start + (at % (length + 1))),
            received,
            ended,
          }));
          const buckets = bucketsOf(counts, dayAt(start), dayAt(start + length), size);
          const sum = (list: readonly { readonly received: number }[]) =>
            list.reduce((all, { received }) => all + received, 0);
          expect(sum(buckets)).toBe(sum(counts));
          expect(new Set(buckets.map((bucket) => bucket.start)).size).toBe(buckets.length);
        },
      ),
    );
  });

  it('are as small as still fits', () => {
    expect(bucketSize('2026-01-01', '2026-01-31')).toBe('day');
    expect(bucketSize('2026-01-01', '2026-02-01')).toBe('week');
    expect(bucketSize('2026-01-01', '2026-12-31')).toBe('month');
    expect(bucketsOf([], '2026-01-01', '2026-01-12', 'week').map(({ start }) => start)).toEqual([
      '2025-12-29',
      '2026-01-05',
      '2026-01-12',
    ]);
  });
});
