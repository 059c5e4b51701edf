/** Kirim of what is sealed: the sealed bytes in and everything readable out, in one strict transaction. */
import type { AttachedDocument } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Connection, Written } from './connection.ts';
import { applicationTables, type AjukanDatabase } from './database.ts';
import { freeNumber, isNumberNext, useUpNumber } from './entry-number.ts';
import { meta } from './meta.ts';
import { readVerified, type Digest } from './payloads.ts';
import { isOutboxRow } from './row-guards.ts';
import { outboxRow, type DraftRow, type PayloadRow } from './rows.ts';
import { arePapersAsSeen, isAsSeen, readBack, type SeenDraft, type SubmitEnd } from './submission.ts';

export interface SealedPayloads {
  readonly envelope: ArrayBuffer;
  readonly papers: readonly { readonly id: string; readonly bytes: ArrayBuffer }[];
}

/** What can be read, taken out of the store; in memory until the sealed bytes were read back. */
interface Readable {
  readonly draft: DraftRow;
  readonly documents: readonly AttachedDocument[];
  readonly payloads: readonly PayloadRow[];
}

type Committed =
  | { readonly kind: 'stored'; readonly entry: OutboxEntry; readonly readable: Readable | null }
  | Exclude<SubmitEnd, { readonly kind: 'stored' | 'failed' }>;

const changeTables = [...applicationTables, 'tracked'] as const;

/** 'stored' only when every sealed byte was read back. Never rejects for a reason of the store. */
export async function submitSealed(
  connection: Connection,
  digest: Digest,
  entry: OutboxEntry,
  sealed: SealedPayloads,
  seen: SeenDraft,
): Promise<SubmitEnd> {
  const written: Written<Committed> = await connection.write('strict', changeTables, async (db) => {
    const id = entry.applicationId;
    // Asked again after an answer of the disk was lost, or from two tabs: it is sent off once already.
    const known: unknown = await db.outbox.get(id);
    // Its own content key, so other bytes than ours.
    if (known !== undefined) return { kind: 'stored', entry: isOutboxRow(known) ? known.entry : entry, readable: null };
    const draft = await db.drafts.get(id);
    if (draft === undefined) return { kind: 'gone' };
    if (!isAsSeen(draft, seen) || !(await arePapersAsSeen(db, entry, seen))) return { kind: 'changed' };
    if (!(await isNumberNext(db, entry))) return { kind: 'sequence-taken' };
    const readable = { draft, ...(await readPapers(db, id)) };
    await dropPapers(
      db,
      readable.documents.map((document) => document.id),
    );
    await db.drafts.delete(id);
    await putSealed(db, id, sealed);
    await db.outbox.add(outboxRow(entry));
    await useUpNumber(db, entry);
    await forgetAnswers(db, entry);
    return { kind: 'stored', entry, readable };
  });
  if (!written.done) return { kind: 'failed', reason: written.reason };
  if (written.value.kind !== 'stored') return written.value;
  const read = await readAllBack(connection, digest, written.value.entry);
  // Only what was read and is wrong is taken back; what could not be read may be on its way to the office already.
  if (read === 'damaged' && written.value.readable !== null) await putBack(connection, entry, written.value.readable);
  return read === 'whole' ? { kind: 'stored' } : { kind: 'failed', reason: 'unknown' };
}

async function readPapers(db: AjukanDatabase, applicationId: string): Promise<Omit<Readable, 'draft'>> {
  const documents = await db.documents.where('applicationId').equals(applicationId).toArray();
  const payloads = await db.payloads.bulkGet(documents.map(({ id }) => id));
  return { documents, payloads: payloads.filter((row) => row !== undefined) };
}

/** Papers that are not sent are gone as well: they are as personal as those that are. */
async function dropPapers(db: AjukanDatabase, ids: string[]): Promise<void> {
  await db.documents.bulkDelete(ids);
  await db.payloads.bulkDelete(ids);
}

/** What the office gave back readable, of which this is the repair. */
async function forgetAnswers(db: AjukanDatabase, { about }: OutboxEntry): Promise<void> {
  const told = about === undefined ? undefined : await db.tracked.get(about.applicationId);
  if (told?.repair?.answers === undefined) return;
  const { answers: _answers, ...repair } = told.repair;
  await db.tracked.put({ ...told, repair });
}

async function putSealed(db: AjukanDatabase, applicationId: string, sealed: SealedPayloads): Promise<void> {
  await db.payloads.put({ id: applicationId, bytes: sealed.envelope });
  for (const { id, bytes } of sealed.papers) await db.payloads.put({ id, bytes });
}

async function readAllBack(
  connection: Connection,
  digest: Digest,
  entry: OutboxEntry,
): Promise<'whole' | 'damaged' | 'unreadable'> {
  const form = await readBack(connection, digest, entry);
  if (form !== 'whole') return form;
  for (const document of entry.documents) {
    const { kind } = await readVerified(connection, digest, document.id, document);
    if (kind !== 'ok') return kind;
  }
  return 'whole';
}

/** The disk lied: the draft is again what it was, and the number is free. */
async function putBack(connection: Connection, entry: OutboxEntry, readable: Readable): Promise<void> {
  await connection.write('strict', applicationTables, async (db) => {
    await db.outbox.delete(entry.applicationId);
    await db.payloads.bulkDelete([entry.applicationId, ...entry.documents.map(({ id }) => id)]);
    await db.drafts.put(readable.draft);
    await db.documents.bulkPut([...readable.documents]);
    await db.payloads.bulkPut([...readable.payloads]);
    await freeNumber(db, entry);
  });
}

/**
 * One that was sent off readable becomes sealed, under the same id. No run that read it before can write it any more.
 * @param change by the row as it is at that moment; null leaves it
 */
export async function sealStored(
  connection: Connection,
  applicationId: string,
  sealed: SealedPayloads | null,
  change: (entry: OutboxEntry) => OutboxEntry | null,
): Promise<'stored' | 'gone' | 'failed'> {
  const written: Written<'stored' | 'gone'> = await connection.write('strict', changeTables, async (db) => {
    const row: unknown = await db.outbox.get(applicationId);
    const changed = isOutboxRow(row) ? change(row.entry) : null;
    if (changed === null) return 'gone';
    if (sealed !== null) {
      await dropPapers(db, await db.documents.where('applicationId').equals(applicationId).primaryKeys());
      await putSealed(db, applicationId, sealed);
      await forgetAnswers(db, changed);
    }
    await db.outbox.put(outboxRow(changed));
    await meta.raiseFence(db);
    await meta.raiseEpoch(db);
    return 'stored';
  });
  return written.done ? written.value : 'failed';
}
