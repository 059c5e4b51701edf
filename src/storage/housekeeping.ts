/** What a start tidies up. Nothing that was not delivered is ever removed here. */
import { keepBallast } from './ballast.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { purgeDelivered } from './purge-delivered.ts';
import { purgeHiddenResidents } from './purge-residents.ts';
import { isDraftRow } from './draft-row-guard.ts';
import { isResidentRow } from './resident-rows.ts';
import { isAttachedDocument, isOutboxRow } from './row-guards.ts';
import type { QuarantineRow } from './rows.ts';
import { isSharedFileRow, isWalletRow } from './wallet-rows.ts';
import { purgeHiddenPapers } from './wallet-store.ts';

const batch = 100;

/** Purges what may go, moves malformed rows aside, lays the reserve in. */
export async function tidyUp(
  connection: Connection,
  nowMs: number,
  hiddenForMs: number,
): Promise<{ readonly purged: number; readonly quarantined: number }> {
  const purged = await purgeDelivered(connection, nowMs);
  await purgeHiddenPapers(connection, nowMs - hiddenForMs);
  await purgeHiddenResidents(connection, nowMs - hiddenForMs);
  const quarantined = await quarantineMalformed(connection, nowMs);
  await keepBallast(connection, (part) => crypto.getRandomValues(part));
  return { purged, quarantined };
}

const checked = ['outbox', 'drafts', 'documents', 'wallet', 'sharedFiles', 'residents'] as const;
type Checked = (typeof checked)[number];
const guards: Readonly<Record<Checked, (row: unknown) => boolean>> = {
  outbox: isOutboxRow,
  drafts: isDraftRow,
  documents: isAttachedDocument,
  wallet: isWalletRow,
  sharedFiles: isSharedFileRow,
  residents: isResidentRow,
};

/** Moves rows that this release can't read aside, as they are; a page of rows at a time, so memory stays flat. */
async function quarantineMalformed(connection: Connection, nowMs: number): Promise<number> {
  let moved = 0;
  for (const table of checked) {
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
