import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#server/stores/migrate.ts';
import { keep } from '#server/stores/sql-database.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlChangeFeed } from '#server/stores/sql-change-feed.ts';
import { sqlQueueStore } from '#server/stores/sql-queue-store.ts';
import { sqlDocumentStore } from '#server/stores/sql-document-store.ts';
import { announced, application, nowMs, type OpenDatabase, paper, wholeQueue } from './repository-parts.ts';

/** What every database must do for applications and their papers, told through the stores that the server uses. */
export function describeApplications(name: string, open: OpenDatabase): void {
  describe(`applications and papers on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const database = () => opened.database;
    const applications = () => sqlApplicationStore(database(), '3603');
    const documents = () => sqlDocumentStore(database());
    const feed = () => sqlChangeFeed(database());
    const posts = [{ level: 'dinas', area: '36.03' }] as const;

    beforeAll(async () => {
      opened = await open();
      await migrate(database(), nowMs);
    });
    afterAll(() => opened.close());

    async function changesOf(audience: string, after: string | null = null) {
      const read = await feed().read(audience, after, 100);
      if (read.kind !== 'page') throw new Error('The cursor is not known');
      return read;
    }

    it('gives back every JSON value exactly as it was stored', async () => {
      const submission = application();
      await applications().submit(submission, nowMs);
      const found = await applications().find(submission.id);
      expect(found).toMatchObject({
        data: submission.data,
        capturedAtMs: nowMs - 1000,
        receivedAtMs: nowMs,
        version: 1,
        status: 'submitted',
      });
    });

    it('makes 300 concurrent deliveries of one application exactly one', async () => {
      const submission = application([paper()]);
      const results = await Promise.all(Array.from({ length: 300 }, () => applications().submit(submission, nowMs)));
      expect(results.filter(({ kind }) => kind === 'created')).toHaveLength(1);
      expect(results.filter(({ kind }) => kind === 'replayed')).toHaveLength(299);
      const numbers = new Set(
        results.map((result) => ('application' in result ? result.application.registrationNumber : null)),
      );
      expect(numbers.size).toBe(1);
      expect((await changesOf(submission.ownerId)).items).toHaveLength(1);
    });

    it('gives every application a number of its own', async () => {
      const results = await Promise.all(Array.from({ length: 50 }, () => applications().submit(application(), nowMs)));
      const numbers = new Set(
        results.map((result) => (result.kind === 'created' ? result.application.registrationNumber : null)),
      );
      expect(numbers.size).toBe(50);
      for (const number of numbers) expect(number).toMatch(/^3603-2026-\d{6,}$/);
    });

    it('tells other content and another owner apart, and changes nothing', async () => {
      const submission = application();
      await applications().submit(submission, nowMs);
      expect(await applications().submit({ ...submission, bodyHash: 'other' }, nowMs)).toEqual({
        kind: 'other-content',
      });
      expect(await applications().submit({ ...submission, ownerId: 'budi' }, nowMs)).toEqual({ kind: 'foreign' });
      expect((await changesOf(submission.ownerId)).items).toHaveLength(1);
      expect((await changesOf('budi')).items).toEqual([]);
    });

    it('is complete in the transaction of the last paper, whichever of them is last', async () => {
      const papers = [paper('ktp'), paper('kk'), paper('foto')];
      const submission = application(papers);
      await applications().submit(submission, nowMs);
      for (const one of papers) await documents().announce(announced(submission.id, submission.ownerId, one), nowMs);
      await Promise.all(papers.map(({ id }) => documents().markVerified(id, null, nowMs + 5)));
      expect(await applications().find(submission.id)).toMatchObject({
        status: 'submitted',
        version: 2,
        receivedAtMs: nowMs,
      });
      const { items } = await changesOf(submission.ownerId);
      expect(items.map(({ status, version }) => [status, version])).toEqual([
        ['incomplete', 1],
        ['submitted', 2],
      ]);
      await documents().markVerified(papers[0]?.id ?? '', null, nowMs + 9);
      expect((await changesOf(submission.ownerId)).items).toHaveLength(2);
    });

    it('is complete at once when its papers came first, also when they finish while it arrives', async () => {
      const rounds = Array.from({ length: 20 }, async () => {
        const one = paper();
        const submission = application([one]);
        await documents().announce(announced(submission.id, submission.ownerId, one), nowMs);
        await Promise.all([documents().markVerified(one.id, null, nowMs), applications().submit(submission, nowMs)]);
        return applications().find(submission.id);
      });
      for (const found of await Promise.all(rounds)) expect(found?.status).toBe('submitted');
    });

    it('keeps one document under one id: same content again, other content, another owner, another application', async () => {
      const submission = application();
      const first = announced(submission.id, submission.ownerId, paper());
      const created = await documents().announce(first, nowMs);
      expect(created).toMatchObject({ kind: 'created', document: { uploadKey: first.uploadKey, verified: false } });
      expect(await documents().announce({ ...first, uploadKey: 'another' }, nowMs)).toMatchObject({
        kind: 'replayed',
        document: { uploadKey: first.uploadKey },
      });
      expect(await documents().announce({ ...first, sizeBytes: 5 }, nowMs)).toEqual({ kind: 'other-content' });
      expect(await documents().announce({ ...first, applicationId: uuidv7() }, nowMs)).toEqual({
        kind: 'other-content',
      });
      expect(await documents().announce({ ...first, ownerId: 'budi' }, nowMs)).toEqual({ kind: 'foreign' });
      expect(await documents().findByUploadKey(first.uploadKey)).toMatchObject({ id: first.id });
    });

    it('holds a document to what its application lists', async () => {
      const listed = paper();
      const submission = application([listed]);
      await applications().submit(submission, nowMs);
      const { id, ownerId } = submission;
      expect(await documents().find(listed.id)).toBeUndefined();
      expect(await documents().announce(announced(id, ownerId, { ...listed, slot: 'kk' }), nowMs)).toEqual({
        kind: 'other-content',
      });
      expect(await documents().announce(announced(id, ownerId, paper()), nowMs)).toEqual({ kind: 'other-content' });
      expect(await documents().announce(announced(id, 'budi', listed), nowMs)).toEqual({ kind: 'foreign' });
      expect(await documents().announce(announced(id, ownerId, listed), nowMs)).toMatchObject({ kind: 'created' });
    });

    it('refuses an application whose papers were announced otherwise, and leaves nothing of it', async () => {
      const one = paper();
      const submission = application([paper('kk'), one]);
      await documents().announce(
        announced(submission.id, submission.ownerId, { ...one, sha256: 'b'.repeat(64) }),
        nowMs,
      );
      expect(await applications().submit(submission, nowMs)).toEqual({ kind: 'papers-differ', slots: ['ktp'] });
      expect(await applications().find(submission.id)).toBeUndefined();
      expect((await changesOf(submission.ownerId)).items).toEqual([]);
      const foreign = paper();
      await documents().announce(announced(submission.id, 'budi', foreign), nowMs);
      expect(await applications().submit(application([foreign]), nowMs)).toEqual({
        kind: 'papers-differ',
        slots: ['ktp'],
      });
      expect(await applications().submit(application([one, one]), nowMs)).toMatchObject({ kind: 'papers-differ' });
    });

    it('takes a decision once, before it looks at anything that may have changed', async () => {
      const submission = application();
      await applications().submit(submission, nowMs);
      const decision = {
        id: uuidv7(),
        applicationId: submission.id,
        officerId: 'petugas',
        action: 'return',
        reason: 'Foto KTP buram',
        fields: ['/nama'],
        bodyHash: 'x',
      };
      const move = () => ({ kind: 'move', status: 'returned', role: 'verifikator' }) as const;
      const refuse = () => ({ kind: 'refuse', because: 'precondition' }) as const;
      expect(await applications().decide(decision, refuse, nowMs)).toEqual({
        kind: 'refused',
        because: 'precondition',
      });
      const results = await Promise.all(Array.from({ length: 10 }, () => applications().decide(decision, move, nowMs)));
      expect(results.filter(({ kind }) => kind === 'created')).toHaveLength(1);
      expect(await applications().decide(decision, refuse, nowMs)).toMatchObject({ kind: 'replayed' });
      expect(await applications().decide({ ...decision, bodyHash: 'y' }, move, nowMs)).toEqual({
        kind: 'other-content',
      });
      expect(await applications().find(submission.id)).toMatchObject({
        status: 'returned',
        version: 2,
        reason: 'Foto KTP buram',
        history: [
          { action: 'received', status: 'submitted', by: 'applicant', role: null },
          { action: 'return', status: 'returned', by: 'official', role: 'verifikator', reason: 'Foto KTP buram' },
        ],
      });
      expect((await changesOf(submission.ownerId)).items).toHaveLength(2);
      expect(await applications().decide({ ...decision, id: uuidv7(), applicationId: uuidv7() }, move, nowMs)).toEqual({
        kind: 'missing',
      });
    });

    it('hides incomplete applications from the queue and from decisions', async () => {
      const submission = application([paper()]);
      await applications().submit(submission, nowMs);
      const decision = {
        id: uuidv7(),
        applicationId: submission.id,
        officerId: 'petugas',
        action: 'review',
        reason: null,
        fields: [],
        bodyHash: 'x',
      };
      expect(
        await applications().decide(
          decision,
          () => ({ kind: 'move', status: 'under_review', role: 'verifikator' }),
          nowMs,
        ),
      ).toEqual({
        kind: 'missing',
      });
      const queue = await sqlQueueStore(database()).page({ ...wholeQueue, posts });
      expect(queue.some(({ id }) => id === submission.id)).toBe(false);
    });

    it('gives what an earlier release took in to an office, once', async () => {
      const before = application();
      await applications().submit(before, nowMs);
      await database().write(async (tx) => {
        await tx.all('UPDATE application SET office = NULL WHERE id = $1', [before.id]);
        return keep(undefined);
      });
      expect((await applications().find(before.id))?.office).toBeNull();
      const office = { level: 'desa', area: '36.03.01.2003' } as const;
      expect(await applications().assignOffices(() => office)).toBe(1);
      expect((await applications().find(before.id))?.office).toEqual(office);
      expect(await applications().assignOffices(() => office)).toBe(0);
    });
  });
}
