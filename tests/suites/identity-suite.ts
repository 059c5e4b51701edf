import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeVerdict, StoredCode } from '#server/stores/code-store.ts';
import { migrate } from '#server/stores/migrate.ts';
import { sqlAccountStore } from '#server/stores/sql-account-store.ts';
import { sqlCodeStore } from '#server/stores/sql-code-store.ts';
import { sqlSessionStore } from '#server/stores/sql-session-store.ts';
import { nowMs, type OpenDatabase } from './repository-parts.ts';

/** What every database must do for accounts, sessions and one-time codes. */
export function describeIdentity(name: string, open: OpenDatabase): void {
  describe(`accounts, sessions and codes on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const accounts = () => sqlAccountStore(opened.database);
    const sessions = () => sqlSessionStore(opened.database);
    const codes = () => sqlCodeStore(opened.database);

    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, nowMs);
    });
    afterAll(() => opened.close());

    it('makes one account of a number, however many come at once', async () => {
      const made = await Promise.all(
        Array.from({ length: 30 }, () => accounts().findOrCreate('+6281200000101', uuidv7(), nowMs)),
      );
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect(made[0]).toMatchObject({ phone: '+6281200000101', name: '', roles: ['pemohon'], origin: 'phone' });
    });

    it('gives a number to one account only, also when two take it at once', async () => {
      const [a, b] = [uuidv7(), uuidv7()];
      await accounts().findOrCreate('+6281200000201', a, nowMs);
      await accounts().findOrCreate('+6281200000202', b, nowMs);
      const taken = await Promise.all([a, b].map((id) => accounts().changePhone(id, '+6281200000203')));
      expect(taken.toSorted()).toEqual(['changed', 'in-use']);
      expect((await accounts().findOrCreate('+6281200000203', uuidv7(), nowMs)).id).toBe(
        taken[0] === 'changed' ? a : b,
      );
    });

    it("brings the operator's accounts up to date, and takes nobody's number for them", async () => {
      const owner = await accounts().findOrCreate('+6281200000301', uuidv7(), nowMs);
      const id = uuidv7();
      const named = { id, phone: '+6281200000301', name: 'KANARI', roles: ['pemohon', 'verifikator'] };
      await accounts().put([named], nowMs);
      expect(await accounts().find(id)).toEqual({ ...named, phone: null, posts: [], origin: 'operator' });
      await accounts().put([{ ...named, name: 'KANARI Dua', phone: '+6281200000302' }], nowMs);
      expect(await accounts().find(id)).toMatchObject({ name: 'KANARI Dua', phone: '+6281200000302' });
      expect(await accounts().find(owner.id)).toMatchObject({ phone: '+6281200000301' });
    });

    it('keeps who comes from a provider as it names them last, and takes everything from who it names no more', async () => {
      const [accountId, other] = [uuidv7(), uuidv7()];
      const posts = [{ level: 'desa', area: '36.03.01.2003', services: ['sku'] }] as const;
      const named = { accountId, name: 'KANARI', roles: ['verifikator', 'admin'], posts };
      await accounts().putProvided({ ...named, name: 'KANARI Lama', roles: ['admin'], posts: [] }, nowMs);
      await accounts().putProvided(named, nowMs);
      const { roles } = named;
      const kept = { id: accountId, phone: null, name: 'KANARI', roles, posts, origin: 'provider' };
      expect(await accounts().find(accountId)).toEqual(kept);
      await accounts().put([{ id: other, phone: null, name: 'KANARI', roles }], nowMs);
      for (const id of [accountId, other, uuidv7()]) await accounts().withdrawProvided(id);
      expect(await accounts().find(accountId)).toMatchObject({ roles: [], posts: [] });
      expect(await accounts().find(other)).toMatchObject({ roles });
    });

    it('keeps a session while it lasts, lets only its account end it, and ends all but one', async () => {
      const accountId = uuidv7();
      const ids = [uuidv7(), uuidv7(), uuidv7()];
      for (const id of ids) await sessions().add({ id, accountId, device: 'HP', expiresAtMs: nowMs + 1000 }, nowMs);
      const [first = '', second = ''] = ids;
      await sessions().add({ id: first, accountId: 'budi', device: '', expiresAtMs: nowMs + 5000 }, nowMs);
      expect(await sessions().find(first, nowMs)).toEqual({
        id: first,
        accountId,
        deviceId: null,
        device: 'HP',
        generation: 0,
        generationAtMs: nowMs,
        settledAtMs: null,
        createdAtMs: nowMs,
        lastSeenAtMs: nowMs,
        expiresAtMs: nowMs + 1000,
      });
      await sessions().touch(second, nowMs + 10, nowMs + 2000);
      expect((await sessions().list(accountId, nowMs)).map(({ id }) => id)[0]).toBe(second);
      expect((await sessions().list(accountId, nowMs + 1000)).map(({ id }) => id)).toEqual([second]);
      expect(await sessions().remove(first, 'budi')).toBe(false);
      await sessions().removeOthers(accountId, second);
      expect((await sessions().list(accountId, nowMs)).map(({ id }) => id)).toEqual([second]);
      await sessions().removeExpired(nowMs + 2000);
      expect(await sessions().find(second, nowMs)).toBeUndefined();
    });

    it('goes on by one generation, however many ask at once, and settles the one that is meant', async () => {
      const id = uuidv7();
      await sessions().add({ id, accountId: 'siti', device: '', expiresAtMs: nowMs + 1000 }, nowMs);
      await sessions().settle(id, 0, nowMs + 1);
      await Promise.all(Array.from({ length: 10 }, () => sessions().advance(id, 0, nowMs + 5)));
      await sessions().settle(id, 0, nowMs + 9);
      expect(await sessions().find(id, nowMs)).toMatchObject({
        generation: 1,
        generationAtMs: nowMs + 5,
        settledAtMs: null,
      });
      await sessions().settle(id, 1, nowMs + 9);
      await sessions().settle(id, 1, nowMs + 10);
      expect(await sessions().find(id, nowMs)).toMatchObject({ settledAtMs: nowMs + 9 });
    });

    const codeFor = (numberMac: string) => ({
      id: uuidv7(),
      numberMac,
      addressMac: 'address',
      deviceMac: 'device',
      codeMac: 'code',
      expiresAtMs: nowMs + 1000,
    });

    it('counts codes one request at a time, and forgets what is older than is asked for', async () => {
      const number = uuidv7();
      const atMost3 = ({ number: known }: { readonly number: readonly number[] }) => (known.length < 3 ? null : 'full');
      const issued = await Promise.all(
        Array.from({ length: 12 }, () => codes().issue(codeFor(number), nowMs - 10, atMost3, nowMs)),
      );
      expect(issued.filter((refusal) => refusal === null)).toHaveLength(3);
      let seen: unknown;
      await codes().issue(
        codeFor(number),
        nowMs,
        (recent) => {
          seen = recent;
          return null;
        },
        nowMs + 5,
      );
      expect(seen).toEqual({ number: [], address: [], device: [], total: 0, oldestMs: null });
    });

    it('counts guesses one at a time: of many at once five are looked at, and one right one is used once', async () => {
      const judge =
        (isRight: boolean) =>
        ({ tries, usedAtMs }: StoredCode): CodeVerdict => {
          if (usedAtMs !== null) return 'expired';
          if (tries >= 5) return 'spent';
          return isRight ? 'right' : 'wrong';
        };
      const wrong = codeFor(uuidv7());
      await codes().issue(wrong, nowMs - 10, () => null, nowMs);
      const guesses = await Promise.all(
        Array.from({ length: 40 }, () => codes().guess(wrong.id, judge(false), 's', nowMs)),
      );
      expect(guesses.filter(({ verdict }) => verdict === 'wrong')).toHaveLength(5);
      expect(guesses.filter(({ verdict }) => verdict === 'spent')).toHaveLength(35);
      const right = codeFor(uuidv7());
      await codes().issue(right, nowMs - 10, () => null, nowMs);
      const uses = await Promise.all(
        Array.from({ length: 20 }, (_, index) => codes().guess(right.id, judge(true), `s${index}`, nowMs)),
      );
      expect(uses.filter(({ verdict }) => verdict === 'right')).toHaveLength(1);
      const first = uses.find(({ verdict }) => verdict === 'right')?.sessionId;
      expect(new Set(uses.map(({ sessionId }) => sessionId))).toEqual(new Set([first]));
      expect(await codes().guess(uuidv7(), judge(true), 's', nowMs)).toEqual({ verdict: 'expired', sessionId: 's' });
    });
  });
}
