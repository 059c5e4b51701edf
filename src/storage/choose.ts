import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Connection } from './connection.ts';
import { meta } from './meta.ts';
import { isOutboxRow } from './row-guards.ts';
import { isVisibleTo, outboxRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';

/** What a person may decide about the way of one application. */
export type EntryChoice = 'pause' | 'resume' | 'now' | 'copied';

export async function choose(
  connection: Connection,
  applicationId: string,
  choice: EntryChoice,
  nowMs: number,
): Promise<Stored> {
  return storedFrom(
    await connection.write('strict', ['outbox', 'meta'], async (db) => {
      const row: unknown = await db.outbox.get(applicationId);
      if (!isOutboxRow(row) || !isVisibleTo(row.ownerKey, await meta.accountId(db))) return 'gone';
      // What the office has is not held up any more; neither is what waits for a repair.
      if (row.entry.delivery.state === 'waiting') await db.outbox.put(outboxRow(chosen(row.entry, choice, nowMs)));
      return 'stored';
    }),
  );
}

/** "Now" ends a pause, and a pause ends "now". */
function chosen(entry: OutboxEntry, choice: EntryChoice, nowMs: number): OutboxEntry {
  const { pausedAtMs, anyConnection, ...rest } = entry;
  // A resident's no is not undone by the officer.
  if (entry.consent?.withdrawnAtMs !== undefined && choice !== 'copied') return entry;
  switch (choice) {
    case 'pause':
      return { ...rest, pausedAtMs: pausedAtMs ?? nowMs };
    case 'resume':
      return { ...due(rest, nowMs), ...(anyConnection === undefined ? {} : { anyConnection }) };
    case 'now':
      return { ...due(rest, nowMs), anyConnection: true };
    case 'copied': {
      // Another phone may send the copy, so this one can't say any more that the office has never seen it.
      const { untried: _untried, ...copied } = entry;
      return copied;
    }
  }
}

function due(entry: OutboxEntry, nowMs: number): OutboxEntry {
  const { delivery } = entry;
  if (delivery.state !== 'waiting' || delivery.nextTryAtMs <= nowMs) return entry;
  return { ...entry, delivery: { ...delivery, nextTryAtMs: nowMs } };
}
