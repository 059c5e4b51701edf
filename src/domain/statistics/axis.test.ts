import fc from 'fast-check';
import { expect, it } from 'vitest';
import { axisOf } from './axis.ts';

it('an axis has few lines, at even steps, and no column above it', () => {
  fc.assert(
    fc.property(fc.nat(5_000_000), (most) => {
      const lines = axisOf(most);
      const [first, second = 0] = lines;
      const last = lines.at(-1) ?? 0;
      expect(first).toBe(0);
      expect(lines.length).toBeLessThanOrEqual(5);
      expect(last).toBeGreaterThanOrEqual(most);
      expect(last - second).toBeLessThan(Math.max(1, most));
      expect(lines).toEqual(lines.map((_, at) => at * second));
    }),
  );
});

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [7, [0, 2, 4, 6, 8]],
  [17, [0, 5, 10, 15, 20]],
  [40, [0, 10, 20, 30, 40]],
])('up to %d counts in steps of one, two or five', (most, lines) => {
  expect(axisOf(most)).toEqual(lines);
});
