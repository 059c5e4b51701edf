import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewApplication } from '#server/stores/application-store.ts';
import { migrate } from '#server/stores/migrate.ts';
import type { NewRevision } from '#server/stores/revision-store.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlChangeFeed } from '#server/stores/sql-change-feed.ts';
import { sqlClaimStore } from '#server/stores/sql-claim-store.ts';
import { sqlDocumentStore } from '#server/stores/sql-document-store.ts';
import { sqlPushStore } from '#server/stores/sql-push-store.ts';
import { sqlRetentionStore } from '#server/stores/sql-retention-store.ts';
import { sqlRevisionStore } from '#server/stores/sql-revision-store.ts';
import { sqlSessionStore } from '#server/stores/sql-session-store.ts';
import { announced, application, nowMs, type OpenDatabase, type Paper, paper } from './repository-parts.ts';

const go = () => null;

/** What every database must do when an applicant changes what the office has. */
export function describeRevisions(name: string, open: OpenDatabase): void {
  describe(`revisions on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const applications = () => sqlApplicationStore(opened.database, '3603');
    const documents = () => sqlDocumentStore(opened.database);
    const revisions = () => sqlRevisionStore(opened.database);

    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, nowMs);
    });
    afterAll(() => opened.close());

    async function bring(one: NewApplication, document: Paper, ownerId = one.ownerId): Promise<void> {
      await documents().announce(announced(one.id, ownerId, document), nowMs);
      await documents().markVerified(document.id, null, nowMs);
    }
    /** One with a KTP and a KK that was given back. */
    async function returned(more: Partial<NewApplication> = {}): Promise<NewApplication> {
      const one = { ...application([paper('ktp'), paper('kk')]), ...more };
      await applications().submit(one, nowMs);
      for (const document of one.documents) await bring(one, document);
      const decision = { id: uuidv7(), applicationId: one.id, officerId: 'petugas', action: 'return', bodyHash: 'x' };
      await applications().decide(
        { ...decision, reason: 'Buram', fields: ['/documents/ktp'] },
        () => ({ kind: 'move', status: 'returned', role: 'verifikator' }),
        nowMs,
      );
      return one;
    }
    function revisionOf(one: NewApplication, papers: readonly Paper[], more: Partial<NewRevision> = {}): NewRevision {
      return {
        id: uuidv7(),
        applicationId: one.id,
        authorId: one.ownerId,
        schemaVersion: 4,
        data: { nama: 'Siti' },
        documents: papers,
        capturedAtMs: nowMs,
        bodyHash: uuidv7(),
        applicant: { key: 'k', name: 'Wati', words: ['wati'], nikMac: null, area: '36.03' },
        ...more,
      };
    }
    async function wakeable(accountId: string): Promise<void> {
      const [id, sessionId] = [uuidv7(), uuidv7()];
      const until = { expiresAtMs: nowMs + 1000 };
      await sqlSessionStore(opened.database).add({ id: sessionId, accountId, device: '', ...until }, nowMs);
      const keys = { p256dh: 'p', auth: 'a', serverKey: 'k' };
      const row = { id, accountId, sessionId, endpoint: `https://push.example/${id}`, ...keys };
      await sqlPushStore(opened.database).put(row, nowMs);
    }
    const kkOf = (one: NewApplication): Paper => one.documents[1] ?? paper('kk');

    it('are taken once, however often they come, and applied once with the last paper', async () => {
      const one = await returned();
      const ktp = paper('ktp');
      const revision = revisionOf(one, [ktp, kkOf(one)]);
      const tries = await Promise.all(Array.from({ length: 10 }, () => revisions().revise(revision, go, nowMs + 1)));
      expect(tries.filter(({ kind }) => kind === 'created')).toHaveLength(1);
      expect(tries.filter(({ kind }) => kind === 'replayed')).toHaveLength(9);
      expect(await applications().find(one.id)).toMatchObject({ status: 'returned', version: 3, data: one.data });
      expect((await revisions().find(revision.id))?.missing).toEqual([ktp.id]);
      await documents().announce(announced(one.id, one.ownerId, ktp), nowMs);
      await Promise.all([1, 2, 3].map((later) => documents().markVerified(ktp.id, null, nowMs + later)));
      const found = await applications().find(one.id);
      expect(found).toMatchObject({ status: 'submitted', version: 4, schemaVersion: 4, data: { nama: 'Siti' } });
      expect(found?.documents.map(({ id }) => id)).toEqual([ktp.id, kkOf(one).id]);
      expect(await revisions().revise(revision, () => 'changed-since', nowMs)).toMatchObject({ kind: 'replayed' });
      const feed = await sqlChangeFeed(opened.database).read(one.ownerId, null, 20);
      expect(feed.kind === 'page' && feed.items.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
      // It is found by the name that it has now, and no more by the earlier one.
      const words = await opened.database.all('SELECT word FROM applicant_word WHERE application_id = $1', [one.id]);
      expect(words).toEqual([{ word: 'wati' }]);
    });

    it('are judged as the application is at that moment, and kept from others', async () => {
      const one = await returned();
      const revision = revisionOf(one, one.documents);
      expect(await revisions().revise({ ...revision, authorId: 'budi' }, go, nowMs)).toEqual({ kind: 'missing' });
      expect(
        await revisions().revise(revision, ({ version }) => (version === 3 ? 'changed-since' : null), nowMs),
      ).toEqual({
        kind: 'refused',
        because: 'changed-since',
      });
      expect(await revisions().find(revision.id)).toBeUndefined();
      const other = await returned();
      expect(await revisions().revise(revisionOf(one, other.documents), go, nowMs)).toEqual({
        kind: 'papers-differ',
        slots: ['ktp', 'kk'],
      });
    });

    it('are also the resident’s, of what a field officer put in', async () => {
      const macs = { numberMac: uuidv7(), digitsMac: uuidv7() };
      const one = await returned({ claim: macs });
      await sqlClaimStore(opened.database).claim(one.id, { accountId: 'warga' }, macs, nowMs);
      const ktp = paper('ktp');
      const revision = revisionOf(one, [ktp, kkOf(one)], { authorId: 'warga' });
      expect(await revisions().revise(revision, go, nowMs)).toMatchObject({ kind: 'created' });
      await bring(one, ktp, 'warga');
      expect(await applications().find(one.id)).toMatchObject({ status: 'submitted', ownerId: one.ownerId });
    });

    it('end with a withdrawal, which is taken once', async () => {
      const one = await returned();
      const waiting = revisionOf(one, [paper('ktp'), kkOf(one)]);
      await revisions().revise(waiting, go, nowMs);
      const withdrawal = {
        id: uuidv7(),
        applicationId: one.id,
        accountId: one.ownerId,
        bodyHash: 'x',
        reason: 'Sudah selesai',
      };
      const tries = await Promise.all([1, 2, 3].map(() => revisions().withdraw(withdrawal, go, nowMs)));
      expect(tries.map(({ kind }) => kind).toSorted()).toEqual(['created', 'replayed', 'replayed']);
      const [ktp] = waiting.documents;
      if (ktp !== undefined) await bring(one, ktp);
      const found = await applications().find(one.id);
      expect(found).toMatchObject({ status: 'withdrawn', version: 4, data: one.data });
      expect(found?.history.at(-1)).toMatchObject({ action: 'withdraw', by: 'applicant', reason: 'Sudah selesai' });
    });

    it('bring no more papers than one application may have', async () => {
      const one = await returned();
      const many = (count: number) => [...Array.from({ length: count }, () => paper('ktp')), kkOf(one)];
      expect(await revisions().revise(revisionOf(one, many(99)), go, nowMs)).toMatchObject({ kind: 'created' });
      const full = revisionOf(one, many(99));
      expect(await revisions().revise(full, go, nowMs)).toMatchObject({ kind: 'created' });
      expect(await revisions().revise(revisionOf(one, many(1)), go, nowMs)).toEqual({ kind: 'too-many' });
      expect(await revisions().revise(full, go, nowMs)).toMatchObject({ kind: 'replayed' });
      expect(await revisions().revise(revisionOf(one, full.documents), go, nowMs)).toMatchObject({ kind: 'created' });
    });

    it('that are taken back wake the other one whose it is, and not who did it', async () => {
      const macs = { numberMac: uuidv7(), digitsMac: uuidv7() };
      const one = await returned({ claim: macs, ownerId: `pendamping-${uuidv7()}` });
      const resident = `warga-${uuidv7()}`;
      await sqlClaimStore(opened.database).claim(one.id, { accountId: resident }, macs, nowMs);
      for (const accountId of [one.ownerId, resident]) await wakeable(accountId);
      const withdrawal = { id: uuidv7(), applicationId: one.id, accountId: one.ownerId, bodyHash: 'x', reason: null };
      expect(await revisions().withdraw(withdrawal, go, nowMs)).toMatchObject({ kind: 'created' });
      const woken = await opened.database.all(`SELECT account_id FROM job WHERE account_id IN ($1, $2)`, [
        one.ownerId,
        resident,
      ]);
      expect(woken).toEqual([{ account_id: resident }]);
    });

    it('go with their application when its term is over', async () => {
      const one = await returned();
      await revisions().revise(revisionOf(one, one.documents), go, nowMs);
      await applications().decide(
        {
          id: uuidv7(),
          applicationId: one.id,
          officerId: 'petugas',
          action: 'reject',
          reason: 'x',
          fields: [],
          bodyHash: 'x',
        },
        () => ({ kind: 'move', status: 'rejected', role: 'verifikator' }),
        nowMs,
      );
      await sqlRetentionStore(opened.database).removeSome('applications', nowMs + 1, nowMs + 2);
      for (const table of ['revision', 'history', 'withdrawal'])
        expect(await opened.database.all(`SELECT 1 FROM ${table} WHERE application_id = $1`, [one.id])).toEqual([]);
    });
  });
}
