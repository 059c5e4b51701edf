import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostAttempts, waitMs } from './job-result.ts';

const hourMs = 3_600_000;
const attempts = fc.integer({ min: 1, max: 1000 });
const chance = fc.double({ min: 0, max: 1, noNaN: true });

it('a wait is never below what was asked for, and by itself from 8 s to an hour', () => {
  fc.assert(
    fc.property(attempts, chance, fc.integer({ min: 0, max: 24 * hourMs }), (tried, luck, askedMs) => {
      const own = waitMs(tried, 0, luck);
      expect(own).toBeGreaterThanOrEqual(8000);
      expect(own).toBeLessThanOrEqual(hourMs);
      expect(waitMs(tried, askedMs, luck)).toBe(Math.max(own, askedMs));
    }),
  );
});

it('a wait grows with the tries', () => {
  fc.assert(
    fc.property(attempts, chance, (tried, luck) => {
      expect(waitMs(tried + 1, 0, luck)).toBeGreaterThanOrEqual(waitMs(tried, 0, luck));
    }),
  );
});

it('nobody who asks for ages is waited for longer than a day, and a job is given up after about one', () => {
  expect(waitMs(1, Number.MAX_SAFE_INTEGER, 0.5)).toBe(24 * hourMs);
  const all = Array.from({ length: mostAttempts - 1 }, (_, index) => waitMs(index + 1, 0, 0.5));
  const sumMs = all.reduce((sum, ms) => sum + ms, 0);
  expect(sumMs).toBeGreaterThan(18 * hourMs);
  expect(sumMs).toBeLessThan(30 * hourMs);
});
