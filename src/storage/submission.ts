/** Kirim: from draft to outbox in one strict transaction, and the way back when the disk lied (F2, F15). */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Connection, Written } from './connection.ts';
import { meta } from './meta.ts';
import { readVerified, type Digest } from './payloads.ts';
import { isOutboxRow } from './row-guards.ts';
import { outboxRow, type DraftRow } from './rows.ts';
import type { Stored } from './stored.ts';

export type SubmitEnd = Stored | { readonly kind: 'sequence-taken' };

type Committed =
  | { readonly kind: 'stored'; readonly draft: DraftRow | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'sequence-taken' };

const scope = ['drafts', 'outbox', 'payloads', 'meta'] as const;

export async function commitSubmission(
  connection: Connection,
  entry: OutboxEntry,
  envelope: ArrayBuffer,
): Promise<Committed | Extract<Stored, { kind: 'failed' }>> {
  const id = entry.applicationId;
  const written: Written<Committed> = await connection.write('strict', scope, async (db) => {
    // Asked again after an answer of the disk was lost, or from two tabs: it is sent off once already.
    const known = await db.outbox.get(id);
    if (known !== undefined) return { kind: 'stored', draft: null };
    const draft = await db.drafts.get(id);
    if (draft === undefined) return { kind: 'gone' };
    const device = await meta.device(db);
    if (device?.deviceId !== entry.deviceId || device.lastSequence + 1 !== entry.sequence) {
      return { kind: 'sequence-taken' };
    }
    await db.payloads.put({ id, bytes: envelope });
    await db.outbox.add(outboxRow(entry));
    await db.drafts.delete(id);
    await meta.putDevice(db, { ...device, lastSequence: entry.sequence, epoch: device.epoch + 1 });
    return { kind: 'stored', draft };
  });
  return written.done ? written.value : { kind: 'failed', reason: written.reason };
}

/** Only then may a screen say "Tersimpan di HP ini". */
export async function isWholeOnDisk(connection: Connection, digest: Digest, entry: OutboxEntry): Promise<boolean> {
  try {
    const row: unknown = await connection.read((db) => db.outbox.get(entry.applicationId));
    if (!isOutboxRow(row)) return false;
    return (await readVerified(connection, digest, entry.applicationId, row.entry.envelope)).kind === 'ok';
  } catch {
    return false;
  }
}

/** The entry out and the draft in again, in one transaction; the sequence number is free again. */
export async function takeBack(connection: Connection, entry: OutboxEntry, draft: DraftRow | null): Promise<void> {
  // Without a draft at hand the entry was there before: it stays, damaged and visible, rather than vanish.
  if (draft === null) return;
  await connection.write('strict', scope, async (db) => {
    await db.drafts.put(draft);
    await db.outbox.delete(entry.applicationId);
    await db.payloads.delete(entry.applicationId);
    const device = await meta.device(db);
    if (device?.lastSequence === entry.sequence) {
      await meta.putDevice(db, { ...device, lastSequence: entry.sequence - 1 });
    }
  });
}
