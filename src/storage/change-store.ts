/** Repairs and withdrawals of applications that the office has: what is under way, and a withdrawal on its way in. */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { DraftRepair } from '#domain/application/repair.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { Connection } from './connection.ts';
import { applicationTables, type AjukanDatabase } from './database.ts';
import { isDraftRow } from './draft-row-guard.ts';
import { isNumberNext, useUpNumber } from './entry-number.ts';
import { liveFrom } from './live.ts';
import { meta } from './meta.ts';
import { quietly } from './quietly.ts';
import { isOutboxRow } from './row-guards.ts';
import { draftRow, isVisibleTo, outboxRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';

export function createChangeStore(connection: Connection) {
  return {
    live: (applicationId: string) =>
      liveFrom(connection, async (db) => ({
        draftId: await findDraftId(db, applicationId),
        entries: await findEntries(db, applicationId),
      })),
    readTracked: (applicationId: string): Promise<TrackedApplication | null> =>
      quietly(connection, null, async (db) => (await db.tracked.get(applicationId)) ?? null),
    readDraftId: (applicationId: string) => quietly(connection, null, (db) => findDraftId(db, applicationId)),

    async rebase(draftId: string, repair: DraftRepair): Promise<Stored> {
      return storedFrom(
        await connection.write<'stored' | 'gone'>('strict', ['drafts'], async (db) => {
          const row: unknown = await db.drafts.get(draftId);
          if (!isDraftRow(row)) return 'gone';
          await db.drafts.put(draftRow({ ...row.draft, repair }, row.hiddenAtMs));
          return 'stored';
        }),
      );
    },

    async add(entry: OutboxEntry, envelope: ArrayBuffer): Promise<Stored> {
      const { applicationId, about } = entry;
      return storedFrom(
        await connection.write<'stored' | 'gone'>('strict', applicationTables, async (db) => {
          const others = await findEntries(db, about?.applicationId ?? '');
          // A second tap, or another tab, was first.
          if (others.some((one) => one.about?.kind === about?.kind && one.delivery.state === 'waiting'))
            return 'stored';
          if (!(await isNumberNext(db, entry))) return 'gone';
          await db.payloads.put({ id: applicationId, bytes: envelope });
          await db.outbox.add(outboxRow(entry));
          await useUpNumber(db, entry);
          return 'stored';
        }),
      );
    },

    async drop(changeId: string): Promise<Stored> {
      return storedFrom(
        await connection.write<'stored' | 'gone'>('strict', applicationTables, async (db) => {
          const row: unknown = await db.outbox.get(changeId);
          if (!isOutboxRow(row) || row.entry.about === undefined || row.state !== 'needs-person') return 'gone';
          const papers = row.entry.documents.map(({ id }) => id);
          await db.documents.bulkDelete(papers);
          await db.payloads.bulkDelete([changeId, ...papers]);
          await db.outbox.delete(changeId);
          await meta.raiseFence(db);
          await meta.raiseEpoch(db);
          return 'stored';
        }),
      );
    },
  };
}

async function findDraftId(db: AjukanDatabase, applicationId: string): Promise<string | null> {
  const accountId = await meta.accountId(db);
  const rows: readonly unknown[] = await db.drafts.where('aboutId').equals(applicationId).toArray();
  const found = rows
    .filter(isDraftRow)
    .find((row) => row.hiddenAtMs === undefined && isVisibleTo(row.ownerKey, accountId));
  return found?.id ?? null;
}

async function findEntries(db: AjukanDatabase, applicationId: string): Promise<readonly OutboxEntry[]> {
  const accountId = await meta.accountId(db);
  const rows: readonly unknown[] = await db.outbox.where('aboutId').equals(applicationId).toArray();
  return rows
    .filter(isOutboxRow)
    .filter((row) => isVisibleTo(row.ownerKey, accountId))
    .map(({ entry }) => entry)
    .sort((one, other) => other.createdAtMs - one.createdAtMs);
}
