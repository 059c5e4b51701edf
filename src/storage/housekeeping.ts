/** What a start tidies up. Nothing that was not delivered is ever removed here. */
import { isComplete } from '#domain/application/receipt.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { isAttachedDocument, isDraftRow, isOutboxRow } from './row-guards.ts';
import type { QuarantineRow } from './rows.ts';

/** How long delivered bytes are kept, should the office have to be restored from yesterday (F49). */
export const graceMs = 7 * 24 * 60 * 60 * 1000;
const batch = 100;

/**
 * The bytes of delivered entries, once the receipt is whole and the grace is over (I17). Entry, receipt and the
 * papers' names stay.
 */
export async function purgeDelivered(connection: Connection, nowMs: number): Promise<number> {
  const written = await connection.write('strict', ['outbox', 'documents', 'payloads'], async (db) => {
    const rows: readonly unknown[] = await db.outbox
      .where('graceFromMs')
      .belowOrEqual(nowMs - graceMs)
      .limit(batch)
      .toArray();
    let purged = 0;
    for (const row of rows) {
      if (!isOutboxRow(row) || row.entry.delivery.state !== 'delivered') continue;
      if (!isComplete(row.entry.delivery.receipt)) continue;
      const { graceFromMs: _over, ...kept } = row;
      const papers = await db.documents.where('applicationId').equals(row.applicationId).primaryKeys();
      await db.payloads.bulkDelete([row.applicationId, ...papers]);
      await db.outbox.put(kept);
      purged += 1;
    }
    return purged;
  });
  return written.done ? written.value : 0;
}

type Checked = 'outbox' | 'drafts' | 'documents';
const guards: Readonly<Record<Checked, (row: unknown) => boolean>> = {
  outbox: isOutboxRow,
  drafts: isDraftRow,
  documents: isAttachedDocument,
};

/** Moves rows that this release can't read aside, as they are; a page of rows at a time, so memory stays flat. */
export async function quarantineMalformed(connection: Connection, nowMs: number): Promise<number> {
  let moved = 0;
  for (const table of ['outbox', 'drafts', 'documents'] as const) {
    let after: string | undefined = '';
    while (after !== undefined) {
      const page: Page = await sweepPage(connection, table, after, nowMs);
      moved += page.moved;
      after = page.last;
    }
  }
  return moved;
}

interface Page {
  readonly moved: number;
  /** Undefined after the last page. */
  readonly last: string | undefined;
}

async function sweepPage(connection: Connection, name: Checked, after: string, nowMs: number): Promise<Page> {
  const end: Page = { moved: 0, last: undefined };
  let keys: readonly string[];
  let bad: readonly string[];
  try {
    [keys, bad] = await connection.read(async (db) => {
      const found = await db.table<unknown, string>(name).where(':id').above(after).limit(batch).toArray();
      const ids = await db.table<unknown, string>(name).where(':id').above(after).limit(batch).primaryKeys();
      return [ids, ids.filter((_id, index) => !guards[name](found[index]))] as const;
    });
  } catch {
    return end;
  }
  if (bad.length > 0) {
    const written = await connection.write('strict', [name, 'quarantine'], (db) => moveAside(db, name, bad, nowMs));
    if (!written.done) return end;
  }
  return { moved: bad.length, last: keys.length < batch ? undefined : keys.at(-1) };
}

async function moveAside(db: AjukanDatabase, name: Checked, ids: readonly string[], nowMs: number): Promise<void> {
  for (const id of ids) {
    const row = await db.table<unknown, string>(name).get(id);
    if (row === undefined || guards[name](row)) continue;
    const aside: QuarantineRow = { id: `${name}/${id}`, table: name, row, sinceMs: nowMs };
    await db.quarantine.put(aside);
    await db.table<unknown, string>(name).delete(id);
  }
}
