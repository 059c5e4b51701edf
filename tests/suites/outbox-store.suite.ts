import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryProblem, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { EntryPage, OutboxStore } from '#sync/ports.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';

/** What the suite needs beside the port to set a scene and to look behind it. */
export interface OutboxStoreStage {
  readonly store: OutboxStore;
  setAccount(accountId: string | null): Promise<void>;
  put(entry: OutboxEntry, payloads?: Readonly<Record<string, ArrayBuffer>>): Promise<void>;
  remove(applicationId: string): Promise<void>;
  /** Gives the lock to a newer holder. */
  setFence(fence: number): Promise<void>;
  readTracked(applicationId: string): Promise<TrackedApplication | undefined>;
  /** The next read of the table gets no answer, however often it is asked for. */
  loseNextAnswer(table: 'meta' | 'outbox' | 'payloads'): void;
  /** The next commit changes nothing: the disk is full, or the browser gives the transaction up. */
  failNextCommit(how: 'quota' | 'abort'): void;
  /** The next commit is done, and its answer is lost with the connection. */
  loseNextCommit(): void;
  /** The browser has kept nothing under the row, and says nothing of it. */
  putNothing(payloadId: string): Promise<void>;
  /** The next commit does not end before the returned function is called. */
  stickNextCommit(): () => void;
  end(): void;
}

/** The promises of OutboxStore, for every implementation of it. */
export function describeOutboxStore(name: string, open: () => Promise<OutboxStoreStage>): void {
  describe(`OutboxStore: ${name}`, () => {
    let stage: OutboxStoreStage;
    beforeEach(async () => {
      stage = await open();
    });
    afterEach(() => {
      stage.end();
    });

    it('knows who is signed in on this phone, and that nobody is', async () => {
      expect(await stage.store.readAccountId()).toBeNull();
      await stage.setAccount('account-a');
      expect(await stage.store.readAccountId()).toBe('account-a');
    });

    it("reads what waits of one account, by sequence, and never another account's (C41)", async () => {
      await stage.put(anEntry({ applicationId: 'third', sequence: 3 }));
      await stage.put(anEntry({ applicationId: 'first', sequence: 1 }));
      await stage.put(anEntry({ applicationId: 'other', sequence: 2, ownerId: 'account-b' }));
      await stage.put(anEntry({ applicationId: 'nobodys', sequence: 4, ownerId: null }));
      const problem = { kind: 'office-busy' } as const;
      const delivery = { state: 'needs-person', problem, sinceMs: 0, receipt: null } as const;
      await stage.put(anEntry({ applicationId: 'parked', sequence: 5, delivery }));

      const waiting = await stage.store.readWaiting('account-a', 0, 10);

      expect(idsOf(waiting)).toEqual(['first', 'third']);
      expect(waiting.nextAfter).toBeNull();
    });

    it('F23: reads what waits page by page, and parts no two of one number, as a copy of another phone may have', async () => {
      await stage.put(anEntry({ applicationId: 'a', sequence: 1 }));
      await stage.put(anEntry({ applicationId: 'b', sequence: 2 }));
      await stage.put(anEntry({ applicationId: 'copy', sequence: 2, deviceId: 'another' }));
      await stage.put(anEntry({ applicationId: 'd', sequence: 4 }));

      const first = await stage.store.readWaiting('account-a', 0, 2);
      expect([idsOf(first), first.nextAfter]).toEqual([['a', 'b', 'copy'], 2]);
      const second = await stage.store.readWaiting('account-a', 2, 2);
      expect([idsOf(second), second.nextAfter]).toEqual([['d'], null]);
    });

    it('gives an entry back as it was put in', async () => {
      const entry = anEntry({ documents: [aDocument()] });
      await stage.put(entry);
      expect(await stage.store.readEntry('application-1')).toEqual(entry);
      expect(await stage.store.readEntry('unknown')).toBeUndefined();
    });

    it('hands bytes out only when length and SHA-256 are as recorded (F12, F15, C22)', async () => {
      const bytes = bytesOf('an envelope');
      const expected = await fingerprint(bytes);
      await stage.put(anEntry(), { 'application-1': bytes });

      expect(await stage.store.readPayload('application-1', expected)).toEqual({ kind: 'ok', bytes });
      const longer = { ...expected, sizeBytes: expected.sizeBytes + 1 };
      expect(await stage.store.readPayload('application-1', longer)).toEqual({ kind: 'damaged' });
      const other = { ...expected, sha256: '0'.repeat(64) };
      expect(await stage.store.readPayload('application-1', other)).toEqual({ kind: 'damaged' });
      expect(await stage.store.readPayload('missing', expected)).toEqual({ kind: 'damaged' });
    });

    it('never takes a store that gives no answer for a phone on which nothing waits and nobody is signed in', async () => {
      await stage.setAccount('account-a');
      await stage.put(anEntry());
      const reads = [
        ['meta', () => stage.store.readAccountId(), 'account-a'],
        ['outbox', () => stage.store.readWaiting('account-a', 0, 10), { entries: [anEntry()], nextAfter: null }],
        ['outbox', () => stage.store.readHeld('account-a', 0, 10), { entries: [], nextAfter: null }],
        ['outbox', () => stage.store.readForgotten('account-a'), []],
        ['outbox', () => stage.store.readEntry('application-1'), anEntry()],
        ['meta', () => stage.store.readCursor('account-a'), null],
      ] as const;
      for (const [table, read, truth] of reads) {
        stage.loseNextAnswer(table);
        await expect(read()).rejects.toThrow(/store/);
        expect(await read()).toEqual(truth);
      }
    });

    it('never calls bytes damaged that could not be read just now', async () => {
      const bytes = bytesOf('an envelope');
      const expected = await fingerprint(bytes);
      await stage.put(anEntry(), { 'application-1': bytes });
      stage.loseNextAnswer('payloads');
      expect(await stage.store.readPayload('application-1', expected)).toEqual({ kind: 'unreadable' });
      expect(await stage.store.readPayload('application-1', expected)).toEqual({ kind: 'ok', bytes });
    });

    it('replaces documents and delivery, and nothing else', async () => {
      const entry = anEntry({ documents: [aDocument()] });
      await stage.put(entry);
      const documents = [aDocument({ progress: { state: 'verified' } })];
      const delivery = { state: 'delivered', receipt: aReceipt(), deliveredAtMs: 9 } as const;

      const result = await stage.store.commit('application-1', { documents, delivery }, 1, 'strict');

      expect(result).toEqual({ kind: 'stored' });
      expect(await stage.store.readEntry('application-1')).toEqual({ ...entry, documents, delivery });
      expect(idsOf(await stage.store.readWaiting('account-a', 0, 10))).toEqual([]);
    });

    it('notes that an application is tried before it is, keeps what the person chose, and says when it is gone (I2)', async () => {
      const entry = anEntry({ pausedAtMs: 5 });
      await stage.put({ ...entry, untried: true });
      await stage.setFence(2);
      expect(await stage.store.noteTried('application-1', 1)).toEqual({ kind: 'fenced' });
      expect(await stage.store.readEntry('application-1')).toEqual({ ...entry, untried: true });
      expect(await stage.store.noteTried('application-1', 2)).toEqual({ kind: 'stored' });
      expect(await stage.store.noteTried('application-1', 2)).toEqual({ kind: 'stored' });
      expect(await stage.store.readEntry('application-1')).toEqual(entry);
      const change = { documents: [], delivery: { ...entry.delivery, attempts: 1 } as OutboxEntry['delivery'] };
      await stage.store.commit('application-1', change, 2, 'relaxed');
      expect((await stage.store.readEntry('application-1'))?.pausedAtMs).toBe(5);
      await stage.remove('application-1');
      expect(await stage.store.noteTried('application-1', 2)).toEqual({ kind: 'gone' });
    });

    it('says that an entry is gone instead of making it again', async () => {
      await stage.put(anEntry());
      await stage.remove('application-1');
      const change = { documents: [], delivery: anEntry().delivery };
      expect(await stage.store.commit('application-1', change, 1, 'relaxed')).toEqual({ kind: 'gone' });
      expect(await stage.store.readEntry('application-1')).toBeUndefined();
    });

    it('refuses every write of a holder that has been taken over from (F65, I13)', async () => {
      const entry = anEntry();
      await stage.put(entry);
      await stage.setFence(7);
      const delivery = { ...entry.delivery, attempts: 1 } as OutboxEntry['delivery'];
      const change = { documents: [], delivery };

      expect(await stage.store.commit('application-1', change, 6, 'strict')).toEqual({ kind: 'fenced' });
      expect(await stage.store.commitChanges('account-a', [tracked(1)], 'next', 6, 'newer')).toEqual({
        kind: 'fenced',
      });
      expect(await stage.store.readEntry('application-1')).toEqual(entry);
      expect(await stage.store.readCursor('account-a')).toBeNull();
      expect(await stage.readTracked('application-1')).toBeUndefined();

      expect(await stage.store.commit('application-1', change, 7, 'strict')).toEqual({ kind: 'stored' });
    });

    it('keeps one cursor for each account, and forgets it when told to', async () => {
      await stage.store.commitChanges('account-a', [], 'cursor-a', 1, 'newer');
      await stage.store.commitChanges('account-b', [], 'cursor-b', 1, 'newer');
      expect(await stage.store.readCursor('account-a')).toBe('cursor-a');
      expect(await stage.store.readCursor('account-b')).toBe('cursor-b');
      await stage.store.commitChanges('account-a', [], null, 1, 'newer');
      expect(await stage.store.readCursor('account-a')).toBeNull();
    });

    it('never puts an older status in the place of a newer one, in one batch or over several (I16)', async () => {
      await stage.store.commitChanges('account-a', [tracked(2), tracked(3), tracked(1)], 'x', 1, 'newer');
      expect((await stage.readTracked('application-1'))?.version).toBe(3);
      await stage.store.commitChanges('account-a', [tracked(2)], 'y', 1, 'newer');
      expect((await stage.readTracked('application-1'))?.version).toBe(3);
      expect(await stage.store.readCursor('account-a')).toBe('y');
      await stage.store.commitChanges('account-a', [{ ...tracked(3), reason: 'told later' }], 'z', 1, 'newer');
      expect((await stage.readTracked('application-1'))?.reason).toBe('told later');
    });

    it('takes an older status when the office has lost its place and corrects itself (I16)', async () => {
      await stage.store.commitChanges('account-a', [tracked(5)], 'x', 1, 'newer');
      await stage.store.commitChanges('account-a', [tracked(2)], 'y', 1, 'as-told');
      expect((await stage.readTracked('application-1'))?.version).toBe(2);
    });

    it.each(['quota', 'abort'] as const)(
      'a commit that fails for %s has changed nothing, and is said to (F6, F7)',
      async (how) => {
        const entry = anEntry();
        await stage.put(entry);
        const change = { documents: [aDocument()], delivery: entry.delivery };
        stage.failNextCommit(how);
        const reason = how === 'quota' ? 'quota' : 'unknown';
        expect(await stage.store.commit('application-1', change, 1, 'strict')).toEqual({ kind: 'failed', reason });
        expect(await stage.store.readEntry('application-1')).toEqual(entry);
        expect(await stage.store.commit('application-1', change, 1, 'strict')).toEqual({ kind: 'stored' });
      },
    );

    it('a commit whose answer was lost is never half of one, and the next one is done (F14)', async () => {
      const entry = anEntry();
      await stage.put(entry);
      const change = { documents: [aDocument()], delivery: entry.delivery };
      stage.loseNextCommit();
      const { kind } = await stage.store.commit('application-1', change, 1, 'strict');
      expect(['stored', 'failed'].includes(kind)).toBe(true);
      expect(await stage.store.readEntry('application-1')).toEqual({ ...entry, documents: [aDocument()] });
      const next = { documents: [], delivery: entry.delivery };
      expect(await stage.store.commit('application-1', next, 1, 'strict')).toEqual({ kind: 'stored' });
      expect(await stage.store.readEntry('application-1')).toEqual(entry);
    });

    it('bytes that the browser has kept as nothing are damaged, whatever the row says (F15)', async () => {
      const bytes = bytesOf('a paper');
      await stage.putNothing('paper-1');
      expect(await stage.store.readPayload('paper-1', await fingerprint(bytes))).toEqual({ kind: 'damaged' });
    });

    it('a commit that is stuck is not called stored, and none overtakes it', async () => {
      const entry = anEntry();
      await stage.put(entry);
      const answers: string[] = [];
      const attempts = (count: number) => ({
        documents: [],
        delivery: { ...entry.delivery, attempts: count } as OutboxEntry['delivery'],
      });
      const letGo = stage.stickNextCommit();
      const first = stage.store.commit('application-1', attempts(1), 1, 'strict').then(() => answers.push('first'));
      const second = stage.store.commit('application-1', attempts(2), 1, 'strict').then(() => answers.push('second'));
      // Much more than either of them takes.
      for (let reads = 0; reads < 20; reads += 1)
        await stage.store.readPayload('unknown', { sizeBytes: 1, sha256: '' });
      expect(answers).toEqual([]);
      letGo();
      await Promise.all([first, second]);
      expect(answers).toEqual(['first', 'second']);
      expect(await stage.store.readEntry('application-1')).toEqual({ ...entry, ...attempts(2) });
    });

    it('reads what is delivered and still held of one account, to offer it once more (F49)', async () => {
      const envelope = bytesOf('an envelope');
      const delivery = { state: 'delivered', receipt: aReceipt(), deliveredAtMs: 5 } as const;
      await stage.put(anEntry({ applicationId: 'second', sequence: 2, delivery }), { second: envelope });
      await stage.put(anEntry({ applicationId: 'first', sequence: 1, delivery }), { first: envelope });
      await stage.put(anEntry({ applicationId: 'waiting', sequence: 3 }), { waiting: envelope });
      await stage.put(anEntry({ applicationId: 'other', sequence: 4, ownerId: 'account-b', delivery }), {
        other: envelope,
      });
      expect(idsOf(await stage.store.readHeld('account-a', 0, 10))).toEqual(['first', 'second']);
    });

    it('reads what the office of one account has forgotten and its person was told of', async () => {
      const refused = { kind: 'refused', status: 404, detail: null, fieldProblems: [] } as const;
      const told = (problem: DeliveryProblem) =>
        ({ delivery: { state: 'needs-person', problem, sinceMs: 5, receipt: null } }) as const;
      const forgotten = { ...refused, isForgotten: true } as const;
      await stage.put(anEntry({ applicationId: 'forgotten', sequence: 1, ...told(forgotten) }));
      await stage.put(anEntry({ applicationId: 'refused', sequence: 2, ...told(refused) }));
      await stage.put(anEntry({ applicationId: 'waiting', sequence: 3 }));
      await stage.put(anEntry({ applicationId: 'other', sequence: 4, ownerId: 'account-b', ...told(forgotten) }));
      const found = await stage.store.readForgotten('account-a');
      expect(found.map(({ applicationId }) => applicationId)).toEqual(['forgotten']);
    });
  });
}

function idsOf({ entries }: EntryPage): readonly string[] {
  return entries.map(({ applicationId }) => applicationId);
}

function tracked(version: number): TrackedApplication {
  return { applicationId: 'application-1', status: 'under_review', version, changedAtMs: version, reason: null };
}
