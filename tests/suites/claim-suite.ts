import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimMacs } from '#server/stores/claim-store.ts';
import { migrate } from '#server/stores/migrate.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlChangeFeed } from '#server/stores/sql-change-feed.ts';
import { sqlClaimStore } from '#server/stores/sql-claim-store.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { StoreUnavailableError } from '#server/stores/sql-database.ts';
import { application, nowMs, type OpenDatabase, paper } from './repository-parts.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What every database must do when a resident takes over what a field officer put in. */
export function describeClaims(name: string, open: OpenDatabase): void {
  describe(`claims on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    let turns = 0;
    const database = () => opened.database;
    const applications = () => sqlApplicationStore(database(), '3603');
    const claims = () => sqlClaimStore(database());

    beforeAll(async () => {
      opened = await open();
      await migrate(database(), nowMs);
    });
    afterAll(() => opened.close());

    /** One application that waits for a number of its own. */
    async function offered(documents: Parameters<typeof application>[0] = [], atMs = nowMs) {
      turns += 1;
      const macs: ClaimMacs = { numberMac: `number-${turns}`, digitsMac: `digits-${turns}` };
      const one = { ...application(documents, `pendamping-${turns}`), claim: macs };
      await applications().submit(one, atMs);
      return { one, macs, who: `warga-${turns}` };
    }
    const as = (accountId: string) => ({ accountId });
    const idsFor = async (numberMac: string, accountId: string, atMs = nowMs) =>
      (await claims().offers(numberMac, accountId, atMs)).map(({ applicationId }) => applicationId);

    it('offers a complete application to its number alone, and to the one who put it in not at all', async () => {
      const { one, macs, who } = await offered();
      const incomplete = { ...application([paper()], one.ownerId), claim: macs };
      await applications().submit(incomplete, nowMs);
      expect(await claims().offers(macs.numberMac, who, nowMs)).toEqual([
        {
          applicationId: one.id,
          serviceId: one.serviceId,
          registrationNumber: expect.stringMatching(/^3603-/),
          office: one.office,
          receivedAtMs: nowMs,
          isClaimed: false,
        },
      ]);
      expect(await idsFor('number-of-others', who)).toEqual([]);
      expect(await idsFor(macs.numberMac, one.ownerId)).toEqual([]);
      expect(await claims().claim(incomplete.id, as(who), macs, nowMs)).toEqual({ kind: 'missing' });
      expect(await claims().claim(one.id, as(one.ownerId), macs, nowMs)).toEqual({ kind: 'missing' });
      expect(await claims().claim(one.id, as(who), { ...macs, numberMac: 'number-of-others' }, nowMs)).toEqual({
        kind: 'missing',
      });
    });

    it('is claimed once, by one, whoever else tries at the same moment, and again by the same one', async () => {
      const { one, macs } = await offered();
      const tries = await Promise.all(['a', 'b', 'c'].map((who) => claims().claim(one.id, as(who), macs, nowMs + 1)));
      expect(tries.map(({ kind }) => kind).toSorted()).toEqual(['claimed', 'missing', 'missing']);
      const found = await applications().find(one.id);
      expect(found?.claimedAtMs).toBe(nowMs + 1);
      const winner = found?.claimedBy ?? '';
      expect(await claims().claim(one.id, as(winner), macs, nowMs + 2)).toMatchObject({
        kind: 'claimed',
        application: { claimedAtMs: nowMs + 1 },
      });
      expect(await claims().offers(macs.numberMac, winner, nowMs)).toMatchObject([
        { applicationId: one.id, isClaimed: true },
      ]);
      expect(await idsFor(macs.numberMac, 'whoever has the number next')).toEqual([]);
    });

    it('tells both of what happens from then on', async () => {
      const { one, macs, who } = await offered();
      await claims().claim(one.id, as(who), macs, nowMs);
      const decision = { applicationId: one.id, officerId: 'petugas', action: 'review', reason: null, fields: [] };
      await applications().decide(
        { ...decision, id: uuidv7(), bodyHash: 'hash' },
        () => ({ kind: 'move', status: 'under_review', role: 'verifikator' }),
        nowMs,
      );
      for (const audience of [one.ownerId, who]) {
        const read = await sqlChangeFeed(database()).read(audience, null, 10);
        expect(read.kind === 'page' && read.items.map(({ status }) => status)).toEqual(['submitted', 'under_review']);
      }
    });

    it('closes after five wrong tries, also when they come at once, and then for the right one, too', async () => {
      const { one, macs, who } = await offered();
      const wrong = { ...macs, digitsMac: 'other digits' };
      expect(await claims().claim(one.id, as(who), wrong, nowMs)).toEqual({ kind: 'wrong', triesLeft: 4 });
      const tries = await Promise.all(Array.from({ length: 6 }, () => claims().claim(one.id, as(who), wrong, nowMs)));
      expect(tries.map(({ kind }) => kind).toSorted()).toEqual([
        'closed',
        'closed',
        'closed',
        'wrong',
        'wrong',
        'wrong',
      ]);
      expect(await claims().claim(one.id, as(who), macs, nowMs)).toEqual({ kind: 'closed' });
      expect(await idsFor(macs.numberMac, who)).toEqual([]);
    });

    it('closes all that waits for a number after twenty wrong tries, and leaves other numbers alone', async () => {
      const { macs, who } = await offered();
      const wrong = { ...macs, digitsMac: 'other digits' };
      const more = Array.from({ length: 5 }, () => ({ ...application([], 'pendamping'), claim: macs }));
      for (const one of more) await applications().submit(one, nowMs);
      for (const { id } of more.slice(0, 4))
        for (let tries = 0; tries < 5; tries += 1) await claims().claim(id, as(who), wrong, nowMs);
      const last = more[4]?.id ?? '';
      expect(await claims().claim(last, as(who), macs, nowMs)).toEqual({ kind: 'closed' });
      const other = await offered();
      expect(await claims().claim(other.one.id, as(other.who), other.macs, nowMs)).toMatchObject({ kind: 'claimed' });
    });

    it('takes nothing over by a session that an erasure has ended meanwhile', async () => {
      const { one, macs, who } = await offered();
      await sqlErasureStore(database()).erase(who, nowMs);
      const late = claims().claim(one.id, { accountId: who, sessionId: uuidv7() }, macs, nowMs);
      await expect(late).rejects.toThrow(StoreUnavailableError);
      expect((await applications().find(one.id))?.claimedBy).toBeNull();
    });

    it('is over after 180 days, and old offers are forgotten', async () => {
      const { one, macs, who } = await offered();
      expect(await idsFor(macs.numberMac, who, nowMs + 180 * dayMs - 1)).toEqual([one.id]);
      expect(await idsFor(macs.numberMac, who, nowMs + 180 * dayMs)).toEqual([]);
      expect(await claims().claim(one.id, as(who), macs, nowMs + 180 * dayMs)).toEqual({ kind: 'missing' });
      await offered([], nowMs + 180 * dayMs);
      const kept = await database().all('SELECT application_id FROM claim_offer WHERE application_id = $1', [one.id]);
      expect(kept).toEqual([]);
    });

    it('keeps what was claimed for whoever asks to be erased, and counts it', async () => {
      const { one, macs, who } = await offered();
      await claims().claim(one.id, as(who), macs, nowMs);
      expect(await sqlErasureStore(database()).erase(who, nowMs)).toMatchObject({ erased: 0, kept: 1 });
      expect(await applications().find(one.id)).toBeDefined();
    });
  });
}
