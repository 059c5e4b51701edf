import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { BucketStore, Draw } from '../stores/bucket-store.ts';
import { countTogether } from './count-together.ts';

/** What the database does, by a clock that the test sets. */
function commonBuckets(nowMs: () => number) {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  const asked: (readonly Draw[])[] = [];
  const world = { isDown: false };
  const drawOne = ({ key, burst, perSecond, most }: Draw) => {
    const { tokens, atMs } = buckets.get(key) ?? { tokens: burst, atMs: nowMs() };
    const filled = Math.min(burst, tokens + (Math.max(0, nowMs() - atMs) / 1000) * perSecond);
    const given = Math.min(most, Math.floor(filled));
    buckets.set(key, { tokens: filled - given, atMs: Math.max(atMs, nowMs()) });
    return { given, retryAfterMs: given > 0 ? 0 : Math.ceil(((1 - filled) / perSecond) * 1000) };
  };
  const store: BucketStore = {
    draw: async (draws) => {
      asked.push(draws);
      await Promise.resolve();
      if (world.isDown) throw new Error('down');
      return draws.map(drawOne);
    },
    look: async (wanted) => {
      await Promise.resolve();
      if (world.isDown) throw new Error('down');
      return wanted.map(({ key, burst, perSecond }) => {
        const { tokens, atMs } = buckets.get(key) ?? { tokens: burst, atMs: nowMs() };
        const filled = tokens + ((nowMs() - atMs) / 1000) * perSecond;
        return filled >= 1 ? 0 : Math.ceil(((1 - filled) / perSecond) * 1000);
      });
    },
  };
  return { store, asked, world };
}

function servers(count: number, nowMs: () => number) {
  const common = commonBuckets(nowMs);
  const onAlone = vi.fn<() => void>();
  const macOf = (key: string) => `mac of ${key}`;
  const counters = Array.from({ length: count }, () => countTogether({ store: common.store, macOf, onAlone }));
  const take = async (server: number, key: string, limit: { burst: number; perSecond: number }) =>
    counters[server % count]?.take([[key, limit]], nowMs());
  return { ...common, counters, onAlone, take };
}

describe('a limit that several servers count together', () => {
  it('lets through the burst and what time brings, never more, whichever server is asked', async () => {
    const act = fc.record({ server: fc.nat(2), waitMs: fc.nat(4000), together: fc.integer({ min: 1, max: 12 }) });
    const limits = fc.record({ burst: fc.integer({ min: 1, max: 200 }), perSecond: fc.constantFrom(0.5, 2, 20) });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60 }), limits, async (acts, limit) => {
        let nowMs = 1_000_000;
        const { take } = servers(3, () => nowMs);
        let through = 0;
        for (const { server, waitMs, together } of acts) {
          nowMs += waitMs;
          const all = await Promise.all(
            Array.from({ length: together }, (_, index) => take(server + index, 'a', limit)),
          );
          through += all.filter((refused) => refused === null).length;
          const most = limit.burst + ((nowMs - 1_000_000) / 1000) * limit.perSecond;
          expect(through).toBeLessThanOrEqual(most + 1e-6);
        }
      }),
    );
  });

  it('gives all of a small burst to whoever comes, and is over when it said so', async () => {
    let nowMs = 0;
    const { take } = servers(2, () => nowMs);
    const limit = { burst: 5, perSecond: 2 };
    for (let count = 0; count < 5; count += 1) expect(await take(count, 'a', limit)).toBeNull();
    expect(await take(0, 'a', limit)).toEqual({ retryAfterMs: 500 });
    expect(await take(1, 'b', limit)).toBeNull();
    nowMs = 499;
    expect(await take(1, 'a', limit)).not.toBeNull();
    nowMs = 500;
    expect(await take(0, 'a', limit)).toBeNull();
  });

  it('is looked at by whoever wants, with nothing taken, and says the same on every server', async () => {
    let nowMs = 0;
    const { take, counters, world } = servers(2, () => nowMs);
    const limit = { burst: 3, perSecond: 0.5 };
    const look = (server: number) => counters[server]?.look([['a', limit]], nowMs);
    for (let count = 0; count < 20; count += 1) expect(await look(count % 2)).toBeNull();
    for (let count = 0; count < 3; count += 1) expect(await take(0, 'a', limit)).toBeNull();
    expect([await look(0), await look(1)]).toEqual([{ retryAfterMs: 2000 }, { retryAfterMs: 2000 }]);
    nowMs = 2000;
    expect([await look(0), await look(1)]).toEqual([null, null]);
    world.isDown = true;
    expect(await look(0)).toBeNull();
  });

  it('asks the database once for many requests, and for none of who is refused', async () => {
    const { take, asked } = servers(1, () => 0);
    for (let count = 0; count < 1000; count += 1) await take(0, 'a', { burst: 2000, perSecond: 15 });
    expect(asked).toHaveLength(25);
    for (let count = 0; count < 1000; count += 1) await take(0, 'b', { burst: 10, perSecond: 0.01 });
    expect(asked).toHaveLength(25 + 11);
  });

  it('of many that come at once lets as many go on as there may, in a few questions', async () => {
    const { take, asked } = servers(2, () => 0);
    const limit = { burst: 300, perSecond: 0.001 };
    const all = await Promise.all(Array.from({ length: 1000 }, (_, index) => take(index, 'a', limit)));
    expect(all.filter((refused) => refused === null).length).toBeGreaterThan(280);
    expect(asked.length).toBeLessThan(10);
  });

  it('asks for all limits of a request in one question, and tells the database no name', async () => {
    const { counters, asked } = servers(1, () => 0);
    const limit = { burst: 1, perSecond: 1 };
    const wanted = [
      ['session s', limit],
      ['account a', limit],
      ['account a', limit],
    ] as const;
    expect(await counters[0]?.take(wanted, 0)).toBeNull();
    expect(asked.map((draws) => draws.map(({ key }) => key))).toEqual([['mac of session s', 'mac of account a']]);
  });

  it('is counted by each server alone while the database is away, which is said, and together again after', async () => {
    let nowMs = 0;
    const { take, world, asked, onAlone } = servers(2, () => nowMs);
    const limit = { burst: 3, perSecond: 0.001 };
    world.isDown = true;
    const seen: boolean[] = [];
    for (let count = 0; count < 8; count += 1) seen.push((await take(count, 'a', limit)) === null);
    expect(seen).toEqual([true, true, true, true, true, true, false, false]);
    expect([asked.length, onAlone.mock.calls.length]).toEqual([2, 2]);
    world.isDown = false;
    nowMs = 5000;
    for (let count = 0; count < 3; count += 1) expect(await take(count, 'a', limit)).toBeNull();
    expect(await take(0, 'a', limit)).not.toBeNull();
  });
});
