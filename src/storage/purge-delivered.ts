import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { isComplete } from '#domain/application/receipt.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';
import { isOutboxRow } from './row-guards.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** How long delivered bytes are kept, should the office have to be restored from yesterday (F49). */
const graceDays = 7;
/** An application that its person never repairs does not lie on the phone for ever. */
const longestReturnDays = 90;
/** Many starts within an hour are one day. */
const shortestDayMs = 20 * 60 * 60 * 1000;
const batch = 100;

/**
 * The bytes of delivered entries, once the receipt is whole and the grace is over (I17). Entry, receipt and the
 * papers' names stay. A phone's clock may be wrong by years (F67), so its word that the grace is over only begins a
 * second count: of days on which the app was started. A clock that jumps counts as one.
 */
export async function purgeDelivered(connection: Connection, nowMs: number): Promise<number> {
  const day = await countDay(connection, nowMs);
  if (day === null) return 0;
  let purged = 0;
  for (const ids of pages(await overIds(connection, nowMs))) {
    const written = await connection.write('strict', ['outbox', 'documents', 'payloads', 'tracked'], (db) =>
      purge(db, ids, day, nowMs),
    );
    if (!written.done) return purged;
    purged += written.value;
  }
  return purged;
}

/** The number of this day, counted by starts; null when the store can't be written. */
async function countDay(connection: Connection, nowMs: number): Promise<number | null> {
  const written = await connection.write('relaxed', ['meta'], async (db) => {
    const known = await meta.days(db);
    const elapsedMs = known === undefined ? shortestDayMs : nowMs - known.sinceMs;
    const day = (known?.day ?? 0) + (elapsedMs >= shortestDayMs ? 1 : 0);
    const isSameDay = elapsedMs >= 0 && elapsedMs < shortestDayMs;
    if (!isSameDay) await meta.putDays(db, { day, sinceMs: nowMs });
    return day;
  });
  return written.done ? written.value : null;
}

async function overIds(connection: Connection, nowMs: number): Promise<readonly string[]> {
  const over = nowMs - graceDays * dayMs;
  try {
    return await connection.read((db) => db.outbox.where('graceFromMs').belowOrEqual(over).primaryKeys());
  } catch {
    return [];
  }
}

async function purge(db: AjukanDatabase, ids: readonly string[], day: number, nowMs: number): Promise<number> {
  let purged = 0;
  for (const id of ids) {
    const row: unknown = await db.outbox.get(id);
    if (!isOutboxRow(row) || row.entry.delivery.state !== 'delivered') continue;
    if (row.entry.about?.kind !== 'withdrawal' && !isComplete(row.entry.delivery.receipt)) continue;
    if (await isBeingRepaired(db, row.entry, nowMs)) continue;
    const overSinceDay = row.overSinceDay ?? day;
    if (day - overSinceDay < graceDays) {
      if (row.overSinceDay === undefined) await db.outbox.put({ ...row, overSinceDay });
      continue;
    }
    const { graceFromMs: _grace, overSinceDay: _day, ...kept } = row;
    // What is sealed has no other row for its papers.
    const papers = await db.documents.where('applicationId').equals(id).primaryKeys();
    await db.payloads.bulkDelete([id, ...papers, ...row.entry.documents.map((document) => document.id)]);
    await db.outbox.put(kept);
    purged += 1;
  }
  return purged;
}

/**
 * A repair is nothing without its application: an office that has forgotten both needs both. So it stays for as long as a
 * repair of it does, and while the office waits for one. Of a resident, who was told seven days, only the former.
 */
async function isBeingRepaired(
  db: AjukanDatabase,
  { applicationId, about, residentId }: OutboxEntry,
  nowMs: number,
): Promise<boolean> {
  if (about !== undefined) return false;
  const rows: readonly unknown[] = await db.outbox.where('aboutId').equals(applicationId).toArray();
  const isRepairHere = rows.filter(isOutboxRow).some(({ entry, state, graceFromMs }) => {
    return entry.about?.kind === 'revision' && (state !== 'delivered' || graceFromMs !== undefined);
  });
  if (isRepairHere || residentId !== undefined) return isRepairHere;
  const told = await db.tracked.get(applicationId);
  return told?.status === 'returned' && nowMs - told.changedAtMs < longestReturnDays * dayMs;
}

function* pages(ids: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += batch) yield ids.slice(start, start + batch);
}
