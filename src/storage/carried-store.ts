import { Dexie } from 'dexie';
import { carriedOwner, carriedPrefix } from '#domain/application/carried.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import { liveFrom } from './live.ts';
import { meta } from './meta.ts';
import { isOutboxRow } from './row-guards.ts';
import { ticketKey } from './tickets.ts';
import type { Tripwire } from './tripwire.ts';

/** What this phone carries for others. It lies among its own, so that the same engine sends it. */
export function createCarriedStore(connection: Connection, tripwire: Tripwire) {
  return {
    live: (): LiveQuery<readonly OutboxEntry[]> =>
      liveFrom(connection, async (db) => {
        const rows: readonly unknown[] = await db.outbox
          .where('[ownerKey+sequence]')
          .between([carriedPrefix, Dexie.minKey], [`${carriedPrefix}\uffff`, Dexie.maxKey])
          .toArray();
        return rows
          .filter(isOutboxRow)
          .map(({ entry }) => entry)
          .toSorted((a, b) => b.createdAtMs - a.createdAtMs);
      }),
    /** Also of what waits: its owner has it, and what it is sent by may have ended. A run that holds it finds it gone. Strict. */
    async forget(applicationId: string): Promise<boolean> {
      const written = await connection.write('strict', ['outbox', 'payloads', 'meta'], async (db) => {
        const row: unknown = await db.outbox.get(applicationId);
        if (!isOutboxRow(row)) return true;
        const { ownerId, documents } = row.entry;
        if (ownerId !== carriedOwner(applicationId)) return false;
        await db.payloads.bulkDelete([applicationId, ...documents.map(({ id }) => id)]);
        await db.outbox.delete(applicationId);
        await db.meta.delete(ticketKey(ownerId));
        await meta.raiseEpoch(db);
        return true;
      });
      if (!written.done || !written.value) return false;
      tripwire.note();
      return true;
    },
  };
}
