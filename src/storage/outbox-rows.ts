import { Dexie } from 'dexie';
import { carriedPrefix } from '#domain/application/carried.ts';
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

export type Which = 'all' | 'unsent';

/** Newest first, from the index; `limit` keeps a list of thousands as cheap as a list of twenty (F23). */
export async function listVisible(
  db: AjukanDatabase,
  limit: number,
  which: Which = 'all',
): Promise<readonly ShelfItem[]> {
  const owners = await visibleOwners(db);
  const found = await Promise.all(owners.flatMap((owner) => newestOf(db, owner, which, limit)));
  const rows: readonly unknown[] = found.flat();
  const entries = rows
    .filter(isOutboxRow)
    .map((row) => row.entry)
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, limit);
  const tracked = await db.tracked.bulkGet(entries.map(trackedIdOf));
  return entries.map((entry, index) => ({ entry, tracked: tracked[index] ?? null }));
}

function newestOf(db: AjukanDatabase, owner: OwnerKey, which: Which, limit: number) {
  const ranges =
    which === 'all'
      ? [db.outbox.where('[ownerKey+sequence]').between([owner, Dexie.minKey], [owner, Dexie.maxKey])]
      : [ofState(db, 'waiting', owner), ofState(db, 'needs-person', owner)];
  return ranges.map((range) => range.reverse().limit(limit).toArray());
}

export async function findVisible(db: AjukanDatabase, applicationId: string): Promise<ShelfItem | null> {
  const row: unknown = await db.outbox.get(applicationId);
  if (!isOutboxRow(row) || !isVisibleTo(row.ownerKey, await meta.accountId(db))) return null;
  return { entry: row.entry, tracked: (await db.tracked.get(trackedIdOf(row.entry))) ?? null };
}

/** Of a change, what the office says of the application that it changes. */
export function trackedIdOf({ applicationId, about }: OutboxEntry): string {
  return about?.applicationId ?? applicationId;
}

/** The first `limit` that wait, oldest first: what a screen may add up. */
export async function listWaiting(db: AjukanDatabase, limit: number): Promise<readonly ShelfItem[]> {
  const owners = await visibleOwners(db);
  const found = await Promise.all(owners.map((owner) => ofState(db, 'waiting', owner).limit(limit).toArray()));
  const rows: readonly unknown[] = found.flat();
  return rows
    .filter(isOutboxRow)
    .sort((a, b) => a.sequence - b.sequence)
    .slice(0, limit)
    .map(({ entry }) => ({ entry, tracked: null }));
}

/** Rows of one state and owner, above a sequence number. */
export async function readPage(
  db: AjukanDatabase,
  state: OutboxRow['state'],
  owner: OwnerKey,
  afterSequence: number,
  limit: number,
): Promise<{ readonly rows: readonly OutboxRow[]; readonly nextAfter: number | null }> {
  const index = db.outbox.where('[state+ownerKey+sequence]');
  const first = await index
    .between([state, owner, afterSequence], [state, owner, Dexie.maxKey], false)
    .limit(limit)
    .toArray();
  const last = first.length < limit ? undefined : first.at(-1)?.sequence;
  if (last === undefined) return { rows: first.filter(isOutboxRow), nextAfter: null };
  const before = first.filter(({ sequence }) => sequence !== last);
  const ofLast = await index.equals([state, owner, last]).toArray();
  return { rows: [...before, ...ofLast].filter(isOutboxRow), nextAfter: last };
}

export interface VisibleCounts {
  readonly waiting: number;
  readonly needsPerson: number;
  readonly delivered: number;
}

/** In the index, so that ten thousand cost what ten do (F23). */
export async function countVisible(db: AjukanDatabase): Promise<VisibleCounts> {
  const owners = await visibleOwners(db);
  const count = async (state: OutboxRow['state']): Promise<number> => {
    const counts = await Promise.all(owners.map((owner) => ofState(db, state, owner).count()));
    return counts.reduce((sum, one) => sum + one, 0);
  };
  const [waiting, needsPerson, delivered] = await Promise.all([
    count('waiting'),
    count('needs-person'),
    count('delivered'),
  ]);
  return { waiting, needsPerson, delivered };
}

/** A person sees what is theirs and what nobody has claimed yet. */
async function visibleOwners(db: AjukanDatabase): Promise<readonly OwnerKey[]> {
  const accountId = await meta.accountId(db);
  return accountId === null ? [unclaimed] : [unclaimed, accountId];
}

/** Of other accounts on this phone, as a number only. */
export async function countOthersWaiting(db: AjukanDatabase): Promise<number> {
  const all = await ofState(db, 'waiting').count();
  // What is carried for another phone is nobody's who signs in here.
  const carried = await db.outbox
    .where('[state+ownerKey+sequence]')
    .between(['waiting', carriedPrefix], ['waiting', `${carriedPrefix}\uffff`])
    .count();
  const ours = await Promise.all((await visibleOwners(db)).map((owner) => ofState(db, 'waiting', owner).count()));
  return all - carried - ours.reduce((sum, count) => sum + count, 0);
}

/**
 * By owner, then by sequence. As ranges of the whole index: a part of it by name (`where('state')`) is a range with the
 * same array in it twice, which the standard forbids as a key.
 */
export function ofState(db: AjukanDatabase, state: OutboxRow['state'], owner?: OwnerKey) {
  const from = owner === undefined ? [state] : [state, owner];
  return db.outbox.where('[state+ownerKey+sequence]').between(from, [...from, Dexie.maxKey]);
}
