import { Dexie } from 'dexie';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';
import { isOutboxRow } from './row-guards.ts';
import { isVisibleTo, unclaimed, type OutboxRow, type OwnerKey } from './rows.ts';

/** An entry with what the office last said of it. */
export interface ShelfItem {
  readonly entry: OutboxEntry;
  readonly tracked: TrackedApplication | null;
}

/** Newest first, from the index; `limit` keeps a list of thousands as cheap as a list of twenty (F23). */
export async function listVisible(db: AjukanDatabase, limit: number): Promise<readonly ShelfItem[]> {
  const accountId = await meta.accountId(db);
  const owners = accountId === null ? [unclaimed] : [unclaimed, accountId];
  const found = await Promise.all(owners.map((owner) => newestOf(db, owner, limit)));
  const entries = found
    .flat()
    .map((row) => row.entry)
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, limit);
  const tracked = await db.tracked.bulkGet(entries.map((entry) => entry.applicationId));
  return entries.map((entry, index) => ({ entry, tracked: tracked[index] ?? null }));
}

async function newestOf(db: AjukanDatabase, owner: OwnerKey, limit: number): Promise<readonly OutboxRow[]> {
  const range = db.outbox.where('[ownerKey+sequence]').between([owner, Dexie.minKey], [owner, Dexie.maxKey]).reverse();
  const rows: readonly unknown[] = await (Number.isFinite(limit) ? range.limit(limit) : range).toArray();
  return rows.filter(isOutboxRow);
}

export async function findVisible(db: AjukanDatabase, applicationId: string): Promise<ShelfItem | null> {
  const row: unknown = await db.outbox.get(applicationId);
  if (!isOutboxRow(row) || !isVisibleTo(row.ownerKey, await meta.accountId(db))) return null;
  return { entry: row.entry, tracked: (await db.tracked.get(applicationId)) ?? null };
}

/** Of other accounts on this phone, as a number only. */
export async function countOthersWaiting(db: AjukanDatabase): Promise<number> {
  const accountId = await meta.accountId(db);
  const all = await ofState(db, 'waiting').count();
  const owners = accountId === null ? [unclaimed] : [unclaimed, accountId];
  const ours = await Promise.all(owners.map((owner) => ofState(db, 'waiting', owner).count()));
  return all - ours.reduce((sum, count) => sum + count, 0);
}

/**
 * By owner, then by sequence. As ranges of the whole index: a part of it by name (`where('state')`) is a range with the
 * same array in it twice, which the standard forbids as a key.
 */
export function ofState(db: AjukanDatabase, state: OutboxRow['state'], owner?: OwnerKey) {
  const from = owner === undefined ? [state] : [state, owner];
  return db.outbox.where('[state+ownerKey+sequence]').between(from, [...from, Dexie.maxKey]);
}
