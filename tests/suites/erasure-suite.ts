import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#server/stores/migrate.ts';
import { keep } from '#server/stores/sql-database.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlDocumentStore } from '#server/stores/sql-document-store.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { sqlSessionStore } from '#server/stores/sql-session-store.ts';
import { announced, application, nowMs, type OpenDatabase, paper } from './repository-parts.ts';

const threeDaysMs = 72 * 60 * 60 * 1000;

/** What is refused is tried again, and is none of this one's business. */
const evenRefused = (work: Promise<unknown>) => work.catch(() => undefined);

/** What every database must do when somebody asks to be erased. */
export function describeErasure(name: string, open: OpenDatabase): void {
  describe(`asking to be erased on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const database = () => opened.database;
    const applications = () => sqlApplicationStore(database(), '3603');
    const documents = () => sqlDocumentStore(database());
    const erasures = () => sqlErasureStore(database());

    beforeAll(async () => {
      opened = await open();
      await migrate(database(), nowMs);
    });
    afterAll(() => opened.close());

    it('erases what is incomplete and keeps what the office has, and nobody brings the erased back (F100)', async () => {
      const ktp = paper();
      const incomplete = application([ktp]);
      const { ownerId } = incomplete;
      const whole = application([], ownerId);
      const others = application([paper()]);
      for (const one of [incomplete, whole, others]) await applications().submit(one, nowMs);
      const upload = announced(incomplete.id, ownerId, ktp);
      await documents().announce(upload, nowMs);
      const ahead = announced(application().id, ownerId, paper('kk'));
      await documents().announce(ahead, nowMs);

      expect(await erasures().erase(ownerId, nowMs)).toEqual({
        accountId: ownerId,
        requestedAtMs: nowMs,
        dueAtMs: nowMs + threeDaysMs,
        erased: 2,
        kept: 1,
        doneAtMs: null,
      });
      expect(await applications().find(incomplete.id)).toBeUndefined();
      expect(await documents().find(ktp.id)).toBeUndefined();
      expect(await documents().find(ahead.id)).toBeUndefined();
      expect(await applications().find(whole.id)).toBeDefined();
      expect(await applications().find(others.id)).toBeDefined();
      expect(await erasures().pendingFiles(100)).toEqual([upload.uploadKey, ahead.uploadKey].sort());

      expect(await applications().submit(incomplete, nowMs + 1)).toEqual({ kind: 'erased' });
      expect(await applications().submit({ ...incomplete, ownerId: 'budi' }, nowMs + 1)).toEqual({ kind: 'foreign' });
      expect(await documents().announce(upload, nowMs + 1)).toEqual({ kind: 'erased' });
      expect(await documents().announce(ahead, nowMs + 1)).toEqual({ kind: 'erased' });
      expect(await documents().announce({ ...ahead, ownerId: 'budi' }, nowMs + 1)).toEqual({ kind: 'foreign' });
      expect(await applications().submit(whole, nowMs + 1)).toMatchObject({ kind: 'replayed' });
    });

    it('leaves the judgement of a paper to be made that the office keeps', async () => {
      const whole = application();
      await applications().submit(whole, nowMs);
      const unjudged = { verified: false, refusal: null, rewrittenSizeBytes: null, sealedKey: null, expired: false };
      await documents().awaitVerdict({ ...announced(whole.id, whole.ownerId, paper()), ...unjudged }, nowMs);
      await erasures().erase(whole.ownerId, nowMs);
      expect(await database().all('SELECT kind FROM job WHERE account_id = $1', [whole.ownerId])).toEqual([
        { kind: 'verdict' },
      ]);
    });

    it('is one request however often it is asked, and the clock runs from the first', async () => {
      const whole = application();
      await applications().submit(whole, nowMs);
      const first = await erasures().erase(whole.ownerId, nowMs);
      await applications().submit(application([paper()], whole.ownerId), nowMs + 5);
      const second = await erasures().erase(whole.ownerId, nowMs + 1000);
      expect(second).toEqual({ ...first, erased: 1 });
      const openOnes = await erasures().listOpen();
      expect(openOnes.filter(({ accountId }) => accountId === whole.ownerId)).toEqual([second]);
      expect(await erasures().close(whole.ownerId, nowMs + 2000)).toBe(true);
      expect(await erasures().close(whole.ownerId, nowMs + 2000)).toBe(false);
      const anew = await erasures().erase(whole.ownerId, nowMs + 3000);
      expect(anew).toMatchObject({ requestedAtMs: nowMs + 3000, erased: 0, kept: 1 });
    });

    it('removes the account of a number where nothing is kept, and there is nothing left to decide', async () => {
      const incomplete = application([paper()]);
      await applications().submit(incomplete, nowMs);
      await database().write(async (tx) =>
        keep(
          await tx.all(
            `INSERT INTO account (id, phone, name, roles, origin, created_at)
              VALUES ($1, $2, '', 'pemohon', 'phone', $3)`,
            [incomplete.ownerId, '+6281200000077', nowMs],
          ),
        ),
      );
      expect(await erasures().erase(incomplete.ownerId, nowMs)).toMatchObject({ erased: 1, kept: 0, doneAtMs: nowMs });
      expect(await database().all('SELECT id FROM account WHERE id = $1', [incomplete.ownerId])).toEqual([]);
    });

    it('takes what arrives at the same moment before it or not at all, and nothing that its session still brings', async () => {
      for (let round = 0; round < 20; round += 1) {
        const ownerId = `serempak-${round}`;
        const sessionId = `sesi-${round}`;
        const session = { id: sessionId, accountId: ownerId, device: '', expiresAtMs: nowMs + threeDaysMs };
        await sqlSessionStore(database()).add(session, nowMs);
        const whole = { ...application([], ownerId), sessionId };
        const half = { ...application([paper()], ownerId), sessionId };
        const ahead = { ...announced(application().id, ownerId, paper('kk')), sessionId };
        const [request] = await Promise.all([
          erasures().erase(ownerId, nowMs),
          ...[applications().submit(whole, nowMs), applications().submit(half, nowMs)].map(evenRefused),
          evenRefused(documents().announce(ahead, nowMs)),
        ]);
        expect(await applications().find(half.id)).toBeUndefined();
        expect(await documents().find(ahead.id)).toBeUndefined();
        expect((await applications().find(whole.id)) === undefined ? 0 : 1).toBe(request.kept);
        const late = { ...application([], ownerId), sessionId };
        await expect(applications().submit(late, nowMs + 1)).rejects.toThrow(/ended by an erasure/);
        const lateAhead = { ...ahead, id: paper().id, applicationId: late.id };
        await expect(documents().announce(lateAhead, nowMs + 1)).rejects.toThrow(/ended by an erasure/);
        const anew = { ...session, id: `${sessionId}-baru` };
        await sqlSessionStore(database()).add(anew, nowMs);
        expect(await applications().submit({ ...late, sessionId: anew.id }, nowMs + 2)).toMatchObject({
          kind: 'created',
        });
      }
    });

    it('leaves an application to the office whose last paper comes at the same moment, or erases it whole', async () => {
      for (let round = 0; round < 20; round += 1) {
        const ktp = paper();
        const one = application([ktp]);
        await applications().submit(one, nowMs);
        await documents().announce(announced(one.id, one.ownerId, ktp), nowMs);
        const [request] = await Promise.all([
          erasures().erase(one.ownerId, nowMs),
          documents()
            .markVerified(ktp.id, null, nowMs)
            .catch(() => undefined),
        ]);
        const found = await applications().find(one.id);
        expect(found?.status).toBe(request.kept === 1 ? 'submitted' : undefined);
        expect((await documents().find(ktp.id)) === undefined).toBe(request.kept === 0);
      }
    });
  });
}
