import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Connection } from './connection.ts';
import { meta } from './meta.ts';
import { isDraftRow } from './draft-row-guard.ts';
import { isOutboxRow } from './row-guards.ts';
import { draftRow, outboxRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';

/**
 * A resident's no, in one strict transaction: the yes to each draft of theirs is withdrawn, and what waits is put aside
 * and not sent any more. What the office has received is its own; nothing is deleted here.
 */
export async function withdrawConsent(connection: Connection, residentId: string, nowMs: number): Promise<Stored> {
  return storedFrom(
    await connection.write('strict', ['residents', 'drafts', 'outbox', 'meta'], async (db) => {
      const accountId = await meta.accountId(db);
      const resident = await db.residents.get(residentId);
      if (accountId === null || resident?.ownerKey !== accountId) return 'gone';
      await db.drafts
        .where('residentId')
        .equals(residentId)
        .modify((row: unknown, ref) => {
          if (!isDraftRow(row) || row.ownerKey !== accountId || row.draft.consent === undefined) return;
          const consent = { withdrawnAtMs: nowMs, ...row.draft.consent };
          ref.value = draftRow({ ...row.draft, consent, updatedAtMs: nowMs }, row.hiddenAtMs);
        });
      await db.outbox
        .where('residentId')
        .equals(residentId)
        .modify((row: unknown, ref) => {
          if (isOutboxRow(row) && row.ownerKey === accountId) ref.value = outboxRow(withdrawn(row.entry, nowMs));
        });
      return 'stored';
    }),
  );
}

function withdrawn(entry: OutboxEntry, nowMs: number): OutboxEntry {
  const { consent, delivery } = entry;
  if (delivery.state === 'delivered' || consent === undefined) return entry;
  const aside = delivery.state === 'waiting' ? { pausedAtMs: entry.pausedAtMs ?? nowMs } : {};
  return { ...entry, ...aside, consent: { withdrawnAtMs: nowMs, ...consent } };
}
