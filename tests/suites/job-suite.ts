import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '#server/stores/migrate.ts';
import { sqlAccountStore } from '#server/stores/sql-account-store.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { insertChange } from '#server/stores/sql-change-feed.ts';
import { keep, undo } from '#server/stores/sql-database.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { sqlJobStore } from '#server/stores/sql-job-store.ts';
import { sqlNoticeStore } from '#server/stores/sql-notice-store.ts';
import { sqlPushStore } from '#server/stores/sql-push-store.ts';
import { sqlSessionStore } from '#server/stores/sql-session-store.ts';
import { application, nowMs, type OpenDatabase } from './repository-parts.ts';

const leaseMs = 60_000;

/** What every database must do for what is still to be done, and for who is to be woken. */
export function describeJobs(name: string, open: OpenDatabase): void {
  describe(`jobs on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const jobs = () => sqlJobStore(opened.database);
    const pushes = () => sqlPushStore(opened.database);
    const sessions = () => sqlSessionStore(opened.database);

    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, nowMs);
    });
    beforeEach(async () => {
      await opened.database.write(async (tx) => keep(await tx.all('DELETE FROM job')));
    });
    afterAll(() => opened.close());

    async function subscribed(accountId = `siti-${uuidv7()}`, more: { endpoint?: string } = {}) {
      const [id, sessionId] = [uuidv7(), uuidv7()];
      await sessions().add({ id: sessionId, accountId, device: '', expiresAtMs: nowMs + 1000 }, nowMs);
      const row = { id, accountId, sessionId, endpoint: `https://push.example/${id}`, ...more };
      const put = () => pushes().put({ ...row, p256dh: 'p', auth: 'a', serverKey: 'k' }, nowMs);
      expect(await put()).toBe('created');
      return { ...row, put };
    }

    const change = (audience: string, status: 'returned' | 'submitted' = 'returned') => ({
      audience,
      applicationId: uuidv7(),
      status,
      version: 2,
      atMs: nowMs,
    });
    const tell = (audience: string) =>
      opened.database.write(async (tx) => keep(await insertChange(tx, change(audience))));

    it('come with the change that causes them, or not at all', async () => {
      const { accountId } = await subscribed();
      await subscribed(accountId);
      await opened.database.write(async (tx) => undo(await insertChange(tx, change(accountId))));
      expect(await jobs().count()).toEqual({ waiting: 0, dead: 0, unknown: 0 });
      await tell(accountId);
      await opened.database.write(async (tx) => keep(await insertChange(tx, change(accountId, 'submitted'))));
      expect(await jobs().count()).toEqual({ waiting: 2, dead: 0, unknown: 0 });
    });

    it('are each given to one of many who ask at once', async () => {
      const { accountId } = await subscribed();
      for (let index = 0; index < 12; index += 1) await tell(accountId);
      const asked = await Promise.all(Array.from({ length: 8 }, () => jobs().claim(nowMs, 4, leaseMs)));
      const given = asked.flat().map(({ id }) => id);
      expect([given.length, new Set(given).size]).toEqual([12, 12]);
      expect(await jobs().claim(nowMs, 4, leaseMs)).toEqual([]);
    });

    it('are given to another when the first does not come back, who then changes nothing any more', async () => {
      const { accountId } = await subscribed();
      await tell(accountId);
      const [first] = await jobs().claim(nowMs, 1, leaseMs);
      if (first === undefined) throw new Error('No job');
      expect(await jobs().claim(nowMs + leaseMs - 1, 1, leaseMs)).toEqual([]);
      const [second] = await jobs().claim(nowMs + leaseMs, 1, leaseMs);
      expect(second).toMatchObject({ id: first.id, attempts: 2, payload: first.payload });
      await jobs().finish(first);
      await jobs().putOff(first, nowMs, 'late');
      await jobs().bury(first, 'late', nowMs);
      expect(await jobs().list(10)).toMatchObject([{ attempts: 2, lastProblem: null, deadAtMs: null }]);
      if (second !== undefined) await jobs().finish(second);
      expect(await jobs().count()).toEqual({ waiting: 0, dead: 0, unknown: 0 });
    });

    it('wait as long as they were put off, and stay when they are given up until somebody decides', async () => {
      const { accountId } = await subscribed();
      await tell(accountId);
      const [job] = await jobs().claim(nowMs, 1, leaseMs);
      if (job === undefined) throw new Error('No job');
      await jobs().putOff(job, nowMs + 500, 'status 503');
      expect(await jobs().claim(nowMs + 499, 1, leaseMs)).toEqual([]);
      const [again] = await jobs().claim(nowMs + 500, 1, leaseMs);
      if (again === undefined) throw new Error('No job');
      await jobs().bury(again, 'status 500', nowMs);
      expect(await jobs().claim(nowMs * 2, 1, leaseMs)).toEqual([]);
      expect(await jobs().list(10)).toMatchObject([{ id: job.id, lastProblem: 'status 500', deadAtMs: nowMs }]);
      expect([await jobs().revive(job.id, nowMs), await jobs().revive(job.id, nowMs)]).toEqual([true, false]);
      expect(await jobs().drop(job.id)).toBe(false);
      const [revived] = await jobs().claim(nowMs, 1, leaseMs);
      expect(revived?.attempts).toBe(1);
      if (revived === undefined) throw new Error('No job');
      await jobs().bury(revived, 'status 500', nowMs);
      expect(await jobs().drop(job.id)).toBe(true);
      expect(await jobs().count()).toEqual({ waiting: 0, dead: 0, unknown: 0 });
    });

    it('of a newer release are left for it, and hold up nobody', async () => {
      const { accountId } = await subscribed();
      await opened.database.write(async (tx) => {
        await tx.all(
          `INSERT INTO job (id, kind, account_id, payload, run_after, attempts, created_at)
            VALUES ('newer', 'fax', $1, '{}', 0, 0, 0)`,
          [accountId],
        );
        return keep(undefined);
      });
      await tell(accountId);
      expect(await jobs().claim(nowMs, 4, leaseMs)).toMatchObject([{ kind: 'push' }]);
      expect(await jobs().count()).toEqual({ waiting: 2, dead: 0, unknown: 1 });
      expect(await jobs().list(10)).toMatchObject([{ id: 'newer', kind: 'fax', attempts: 0, deadAtMs: null }, {}]);
    });

    it('are a message where no browser is woken, for what is worth one, to who wants it', async () => {
      const { database } = opened;
      const notices = sqlNoticeStore(database);
      const made = application();
      const id = made.ownerId;
      await sqlApplicationStore(database, '3603').submit(made, nowMs);
      const account = { id, phone: '+6281299990777', name: 'KANARI', roles: ['pemohon'] };
      await sqlAccountStore(database).put([account], nowMs);
      const told = async (status: 'returned' | 'submitted' | 'under_review') => {
        const before = (await jobs().count()).waiting;
        const news = { ...change(id), status, applicationId: made.id };
        await database.write(async (tx) => keep(await insertChange(tx, news)));
        return (await jobs().count()).waiting - before;
      };
      expect([await told('submitted'), await told('under_review'), await told('returned')]).toEqual([0, 0, 1]);
      expect(await jobs().list(1)).toMatchObject([
        { kind: 'notice', accountId: id, payload: { application: made.id } },
      ]);
      const { phone } = account;
      expect(await notices.recipient(id, made.id)).toMatchObject({ phone, status: 'submitted' });
      expect(await notices.recipient('somebody', made.id)).toBeUndefined();
      await notices.setWants(id, false);
      expect([await notices.wants(id), await notices.recipient(id, made.id)]).toEqual([false, undefined]);
      expect(await told('returned')).toBe(0);
      await notices.setWants(id, true);
      await subscribed(id);
      expect(await told('returned')).toBe(1);
      expect((await jobs().list(10)).map(({ kind }) => kind).toSorted()).toEqual(['notice', 'push']);
    });

    it('go with the account that they are about', async () => {
      const { accountId } = await subscribed();
      await tell(accountId);
      await sqlErasureStore(opened.database).erase(accountId, nowMs);
      expect(await jobs().count()).toEqual({ waiting: 0, dead: 0, unknown: 0 });
    });

    it('wake nobody whose session has ended, however it ended', async () => {
      const [left, expired, kept] = [await subscribed(), await subscribed(), await subscribed()];
      expect(await pushes().find(expired.id, nowMs + 1000)).toBeUndefined();
      await sessions().remove(left.sessionId, left.accountId);
      expect(await pushes().find(left.id, nowMs)).toBeUndefined();
      expect(await left.put()).toBe('ended');
      expect(await pushes().find(kept.id, nowMs)).toMatchObject({ accountId: kept.accountId });
      await sqlErasureStore(opened.database).erase(kept.accountId, nowMs);
      expect(await pushes().find(kept.id, nowMs)).toBeUndefined();
    });

    it('know a browser by its endpoint once, also when it changes hands', async () => {
      const first = await subscribed();
      const second = await subscribed(undefined, { endpoint: first.endpoint });
      expect(await pushes().find(first.id, nowMs)).toBeUndefined();
      expect(await pushes().find(second.id, nowMs)).toMatchObject({ accountId: second.accountId });
      expect(await second.put()).toBe('kept');
      expect(await pushes().remove(second.id, first.accountId)).toBe(false);
      expect(await pushes().put({ ...first, p256dh: 'p', auth: 'a', serverKey: 'k', id: second.id }, nowMs)).toBe(
        'foreign',
      );
    });
  });
}
