import { isForgotten } from '#domain/application/is-forgotten.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { SealToLock } from '#domain/lock/inbox.ts';
import type { CommitResult, OutboxStore } from '#sync/ports.ts';
import { writeWithReserve } from './ballast.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase, Durability, TableName } from './database.ts';
import { asMayLie, coverAnswers } from './lock/cover-answers.ts';
import { meta } from './meta.ts';
import { ofState, readPage } from './outbox-rows.ts';
import { readVerified, type Digest } from './payloads.ts';
import { isOutboxRow } from './row-guards.ts';
import { outboxRow } from './rows.ts';
import { isSealRequired } from './sealing-terms-row.ts';
import type { Tripwire } from './tripwire.ts';
import { noteUnread } from './unread.ts';

type Committed = 'stored' | 'fenced' | 'gone';
type Failed = Extract<CommitResult, { kind: 'failed' }>;

export function createOutboxStore(
  connection: Connection,
  digest: Digest,
  tripwire: Tripwire,
  sealToLock: SealToLock,
): OutboxStore {
  /** A receipt must find room even on a full phone: the reserve goes first (F7). */
  async function commitWithReserve<T extends Committed | 'unsealed' = Committed>(
    durability: Durability,
    tables: readonly TableName[],
    work: (db: AjukanDatabase) => Promise<T>,
  ): Promise<{ readonly kind: T } | Failed> {
    const written = await writeWithReserve(connection, durability, tables, work);
    if (written.done) return { kind: written.value };
    const { reason } = written;
    return { kind: 'failed', reason: reason === 'newer-data' ? 'closed' : reason };
  }

  return {
    readAccountId: () => connection.read(meta.accountId),

    readWaiting: (accountId, afterSequence, limit) =>
      connection.read(async (db) => {
        const { rows, nextAfter } = await readPage(db, 'waiting', accountId, afterSequence, limit);
        return { entries: rows.map((row) => row.entry), nextAfter };
      }),

    readEntry: (applicationId) =>
      connection.read(async (db) => {
        const row: unknown = await db.outbox.get(applicationId);
        return isOutboxRow(row) ? row.entry : undefined;
      }),

    readHeld: (accountId, afterSequence, limit) =>
      connection.read(async (db) => {
        const { rows, nextAfter } = await readPage(db, 'delivered', accountId, afterSequence, limit);
        return { entries: rows.filter((row) => row.graceFromMs !== undefined).map((row) => row.entry), nextAfter };
      }),

    readForgotten: (accountId) =>
      connection.read(async (db) => {
        const rows: readonly unknown[] = await ofState(db, 'needs-person', accountId).toArray();
        return rows.filter(isOutboxRow).flatMap(({ entry }) => (isForgotten(entry) ? [entry] : []));
      }),

    readPayload: (id, expected) => readVerified(connection, digest, id, expected),

    async commit(applicationId, change, fence, durability) {
      const delivered = change.delivery.state === 'delivered';
      const result = await commitWithReserve(durability, ['outbox', 'meta'], async (db) => {
        if ((await meta.fence(db)) > fence) return 'fenced';
        const row: unknown = await db.outbox.get(applicationId);
        if (!isOutboxRow(row)) return 'gone';
        await db.outbox.put(outboxRow({ ...row.entry, documents: change.documents, delivery: change.delivery }));
        if (delivered) await meta.raiseEpoch(db);
        return 'stored';
      });
      if (delivered && result.kind === 'stored') tripwire.note();
      return result;
    },

    noteTried: (applicationId, fence) =>
      commitWithReserve('strict', ['outbox', 'meta'], async (db) => {
        if ((await meta.fence(db)) > fence) return 'fenced';
        const row: unknown = await db.outbox.get(applicationId);
        if (!isOutboxRow(row)) return 'gone';
        const { untried, ...entry } = row.entry;
        const isPlain = entry.sealed === undefined && entry.about?.kind !== 'withdrawal';
        if (untried === true && isPlain && (await isSealRequired(db))) return 'unsealed';
        if (untried === true) await db.outbox.put(outboxRow(entry));
        return 'stored';
      }),

    readCursor: (accountId) => connection.read(async (db) => (await meta.cursor(db, accountId)) ?? null),

    async commitChanges(accountId, tracked, cursor, fence, truth) {
      const covered = await coverAnswers(connection, sealToLock, accountId, tracked);
      return commitWithReserve('strict', ['tracked', 'outbox', 'meta'], async (db) => {
        if ((await meta.fence(db)) > fence) return 'fenced';
        if (truth === 'newer') await noteUnread(db, accountId, tracked);
        const kept = await asMayLie(db, accountId, covered);
        await db.tracked.bulkPut(truth === 'newer' ? await newerOnly(db, kept) : [...kept]);
        await meta.putCursor(db, accountId, cursor);
        return 'stored';
      });
    },
  };
}

/** A status never goes back to an older version (I16), also not inside one batch. */
async function newerOnly(
  db: AjukanDatabase,
  tracked: readonly TrackedApplication[],
): Promise<readonly TrackedApplication[]> {
  const newest = new Map<string, TrackedApplication>();
  const known = await db.tracked.bulkGet(tracked.map((item) => item.applicationId));
  for (const item of known) if (item !== undefined) newest.set(item.applicationId, item);
  const changed = new Set<string>();
  for (const item of tracked) {
    const before = newest.get(item.applicationId);
    if (before !== undefined && before.version > item.version) continue;
    // How it got there is asked for by the page alone, and stays until it is asked for again.
    newest.set(item.applicationId, before?.timeline === undefined ? item : { timeline: before.timeline, ...item });
    changed.add(item.applicationId);
  }
  return [...newest.values()].filter((item) => changed.has(item.applicationId));
}
