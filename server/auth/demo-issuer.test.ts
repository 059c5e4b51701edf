import { expect, it } from 'vitest';
import { countTogether } from '../http/count-together.ts';
import type { BucketStore } from '../stores/bucket-store.ts';
import { demoDoor } from './demo-issuer.ts';
import { signInLimit } from './sign-in-limit.ts';

const account = { accountId: 'a', login: '0812-0000-0001', name: 'KANARI', roles: [], code: '123456' };

/** A database that answers some time after it was asked. */
function slowBuckets(): BucketStore {
  const used = new Map<string, number>();
  const soon = () => new Promise((resolve) => setImmediate(resolve));
  const left = (key: string, burst: number) => Math.max(0, burst - (used.get(key) ?? 0));
  return {
    async draw(draws) {
      await soon();
      return draws.map(({ key, burst, most }) => {
        const given = Math.min(most, left(key, burst));
        used.set(key, (used.get(key) ?? 0) + given);
        return { given, retryAfterMs: given > 0 ? 0 : 60_000 };
      });
    },
    async look(buckets) {
      await soon();
      return buckets.map(({ key, burst }) => (left(key, burst) > 0 ? 0 : 60_000));
    },
  };
}

function openDoor() {
  const counter = countTogether({ store: slowBuckets(), macOf: (key) => key, onAlone: () => undefined });
  const door = demoDoor([account], signInLimit(counter));
  return (code: string) => door.check(account.login, code, '203.0.113.7', 0);
}

it('a right code behind more guesses than are let through is not told, also when all come at once (F87)', async () => {
  const enter = openDoor();
  const codes = [...Array.from({ length: 60 }, (_, index) => String(200_000 + index)), account.code];
  const kinds = (await Promise.all(codes.map(enter))).map(({ kind }) => kind);
  expect(kinds.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'wrong'));
  expect(new Set(kinds.slice(5))).toEqual(new Set(['too-many']));
});

it('right ones at once stop nobody', async () => {
  const enter = openDoor();
  const found = await Promise.all(Array.from({ length: 40 }, () => enter(account.code)));
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['right']));
});
