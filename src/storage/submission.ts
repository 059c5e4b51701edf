/** Kirim: from draft to outbox in one strict transaction, and the way back when the disk lied (F2, F15). */
import type { AttachedDocument } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Answers } from '#domain/form/answers.ts';
import type { Connection, Written } from './connection.ts';
import { applicationTables, type AjukanDatabase } from './database.ts';
import { freeNumber, isNumberNext, useUpNumber } from './entry-number.ts';
import { readVerified, type Digest } from './payloads.ts';
import { isOutboxRow } from './row-guards.ts';
import { outboxRow, type DraftRow } from './rows.ts';
import type { Stored } from './stored.ts';

/** 'changed': the draft or its papers are not those that the entry was made of. */
export type SubmitEnd = Stored | { readonly kind: 'sequence-taken' } | { readonly kind: 'changed' };

/** What the entry was made of, as it was read. */
export interface SeenDraft {
  readonly answers: Answers;
  /** Where the answers lie under a lock: as they lay there. */
  readonly locked?: ArrayBuffer | undefined;
  readonly updatedAtMs: number;
  /** Of all its papers, also of those that are not sent. */
  readonly documentIds: readonly string[];
}

/** A paper that lay under a lock, as it is sent. */
export interface OpenedPaper {
  readonly document: AttachedDocument;
  readonly bytes: ArrayBuffer;
}

type Committed =
  | { readonly kind: 'stored'; readonly draft: DraftRow | null }
  | Exclude<SubmitEnd, { readonly kind: 'stored' | 'failed' }>;

export async function commitSubmission(
  connection: Connection,
  entry: OutboxEntry,
  envelope: ArrayBuffer,
  seen: SeenDraft,
  opened: readonly OpenedPaper[] = [],
): Promise<Committed | Extract<Stored, { kind: 'failed' }>> {
  const id = entry.applicationId;
  const written: Written<Committed> = await connection.write('strict', applicationTables, async (db) => {
    // Asked again after an answer of the disk was lost, or from two tabs: it is sent off once already.
    const known = await db.outbox.get(id);
    if (known !== undefined) return { kind: 'stored', draft: null };
    const draft = await db.drafts.get(id);
    if (draft === undefined) return { kind: 'gone' };
    if (!isAsSeen(draft, seen) || !(await arePapersAsSeen(db, entry, seen))) return { kind: 'changed' };
    if (!(await isNumberNext(db, entry))) return { kind: 'sequence-taken' };
    for (const { document, bytes } of opened) {
      await db.documents.put(document);
      await db.payloads.put({ id: document.id, bytes });
    }
    await db.payloads.put({ id, bytes: envelope });
    await db.outbox.add(outboxRow(entry));
    await db.drafts.delete(id);
    await useUpNumber(db, entry);
    return { kind: 'stored', draft };
  });
  return written.done ? written.value : { kind: 'failed', reason: written.reason };
}

/** Two saves within a millisecond have one time, so the answers themselves are compared. */
export function isAsSeen({ draft }: DraftRow, seen: Omit<SeenDraft, 'documentIds'>): boolean {
  if (draft.updatedAtMs !== seen.updatedAtMs) return false;
  // Sealed anew it is never the same bytes.
  if (draft.locked !== undefined || seen.locked !== undefined) return isSame(draft.locked, seen.locked);
  return JSON.stringify(draft.answers) === JSON.stringify(seen.answers);
}

function isSame(one: ArrayBuffer | undefined, other: ArrayBuffer | undefined): boolean {
  if (one?.byteLength !== other?.byteLength || one === undefined || other === undefined) return false;
  const bytes = new Uint8Array(other);
  return new Uint8Array(one).every((byte, index) => byte === bytes[index]);
}

export async function arePapersAsSeen(db: AjukanDatabase, entry: OutboxEntry, seen: SeenDraft): Promise<boolean> {
  const ids = new Set(await db.documents.where('applicationId').equals(entry.applicationId).primaryKeys());
  if (ids.size !== seen.documentIds.length || !seen.documentIds.every((id) => ids.has(id))) return false;
  const sent = entry.documents.map((document) => document.id);
  return (await db.payloads.where('id').anyOf(sent).count()) === sent.length;
}

/** Only after 'whole' may a screen say "Tersimpan di HP ini". */
export async function readBack(
  connection: Connection,
  digest: Digest,
  entry: OutboxEntry,
): Promise<'whole' | 'damaged' | 'unreadable'> {
  try {
    const row: unknown = await connection.read((db) => db.outbox.get(entry.applicationId));
    if (!isOutboxRow(row)) return 'damaged';
    const { kind } = await readVerified(connection, digest, entry.applicationId, row.entry.envelope);
    return kind === 'ok' ? 'whole' : kind;
  } catch {
    return 'unreadable';
  }
}

/** The entry out and the draft in again, in one transaction; the sequence number is free again. */
export async function takeBack(connection: Connection, entry: OutboxEntry, draft: DraftRow | null): Promise<void> {
  // Without a draft at hand the entry was there before: it stays, damaged and visible, rather than vanish.
  if (draft === null) return;
  await connection.write('strict', applicationTables, async (db) => {
    await db.drafts.put(draft);
    await db.outbox.delete(entry.applicationId);
    await db.payloads.delete(entry.applicationId);
    await freeNumber(db, entry);
  });
}
