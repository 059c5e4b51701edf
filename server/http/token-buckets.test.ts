import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenBuckets } from './token-buckets.ts';

const limit = { burst: 5, perSecond: 2 };

describe('a limit', () => {
  it('lets through the burst and what a second brings, never more, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 3000 }), { maxLength: 200 }), (steps) => {
        const buckets = tokenBuckets();
        // A bucket begins with the first request.
        const firstMs = 1_000_000 + (steps[0] ?? 0);
        let [nowMs, latestMs, taken] = [1_000_000, firstMs, 0];
        for (const step of steps) {
          nowMs += step;
          latestMs = Math.max(latestMs, nowMs);
          if (buckets.take('a', limit, nowMs) === null) taken += 1;
          expect(taken).toBeLessThanOrEqual(limit.burst + ((latestMs - firstMs) / 1000) * limit.perSecond + 1e-6);
        }
      }),
      { examples: [[[-1, 500, 0, 0, 0, 0]]] },
    );
  });

  it('is over exactly when it said so, and is everybody’s own', () => {
    const buckets = tokenBuckets();
    for (let count = 0; count < limit.burst; count += 1) expect(buckets.take('a', limit, 0)).toBeNull();
    const refused = buckets.take('a', limit, 0);
    expect(refused).toEqual({ retryAfterMs: 500 });
    expect(buckets.take('a', limit, 499)).not.toBeNull();
    expect(buckets.take('a', limit, 500)).toBeNull();
    expect(buckets.take('b', limit, 0)).toBeNull();
  });

  it('stands against many keys: who was refused is still refused', () => {
    const buckets = tokenBuckets();
    for (let count = 0; count < 60_000; count += 1) buckets.take(`passer-by ${count}`, limit, count);
    for (let count = 0; count < limit.burst; count += 1) buckets.take('a', limit, 60_000);
    expect(buckets.take('a', limit, 60_000)).not.toBeNull();
  });
});
