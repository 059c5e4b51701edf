import { resultSlot } from '#domain/application/result-slot.ts';
import { documentColumns, documentOf, isSameDocument, readDocumentRow } from './application-rows.ts';
import type { Announced, DocumentStore, NewDocument, StoredDocument } from './document-store.ts';
import { applyRevision } from './sql-apply-revision.ts';
import { insertVerdictJob } from './insert-jobs.ts';
import { insertChange } from './sql-change-feed.ts';
import { insertHistory, receivedBy } from './sql-history.ts';
import { keep, type SqlDatabase, type SqlRow, type SqlTransaction, undo, type Work } from './sql-database.ts';
import { erasedOwner, isEndedByErasure, lockOwner, unlessEnded } from './sql-erasure-store.ts';
import { tellOfResult } from './sql-result.ts';
import { integer, text, textOrNull } from './sql-row.ts';

/** Documents that one application may have, listed or not: announced, or named by a repair of it. */
export const mostPerApplication = 200;

export async function countDocuments(tx: SqlTransaction, applicationId: string): Promise<number> {
  const [row] = await tx.all('SELECT count(*) AS number FROM document WHERE application_id = $1', [applicationId]);
  return row === undefined ? 0 : integer(row, 'number');
}

export function sqlDocumentStore(database: SqlDatabase): DocumentStore {
  return {
    announce: async (document, nowMs) => unlessEnded(await database.write((tx) => announce(tx, document, nowMs))),
    findByUploadKey: async (uploadKey) => {
      const [row] = await database.all(`SELECT ${documentColumns} FROM document WHERE upload_key = $1`, [uploadKey]);
      return row === undefined ? undefined : documentOf(row);
    },
    find: async (id) => {
      const row = await readDocumentRow(database, id);
      return row === undefined ? undefined : documentOf(row);
    },
    markVerified: (id, rewrittenSizeBytes, nowMs) =>
      database.write((tx) => markVerified(tx, id, rewrittenSizeBytes, nowMs)),
    awaitVerdict: async (document, nowMs) => {
      await database.write(async (tx) => keep(await insertVerdictJob(tx, document, nowMs)));
    },
    markRefused: async (id, refusal, nowMs) => {
      await database.write(async (tx) => {
        await tx.all(
          `UPDATE document SET state = 'rejected', refusal = $2, updated_at = $3 WHERE id = $1 AND state = 'expected'`,
          [id, refusal, nowMs],
        );
        return keep(undefined);
      });
    },
  };
}

async function announce(
  tx: SqlTransaction,
  document: NewDocument,
  nowMs: number,
): Promise<Work<Announced | 'session-ended'>> {
  await lockOwner(tx, document.ownerId);
  await tx.lock(document.applicationId);
  const [application] = await tx.all('SELECT owner_id, claimed_by, status FROM application WHERE id = $1', [
    document.applicationId,
  ]);
  const applicants =
    application === undefined ? [] : [text(application, 'owner_id'), textOrNull(application, 'claimed_by')];
  if (application !== undefined && !applicants.includes(document.ownerId)) return undo<Announced>({ kind: 'foreign' });
  const isReturned = application !== undefined && text(application, 'status') === 'returned';
  const row = await readDocumentRow(tx, document.id);
  if (row === undefined) {
    // The application is here, does not list it, and is not being repaired.
    if (application !== undefined && !isReturned) return undo<Announced>({ kind: 'other-content' });
    const erased = await erasedOwner(tx, document.applicationId);
    if (erased !== undefined) return undo<Announced>({ kind: erased === document.ownerId ? 'erased' : 'foreign' });
    if (await isEndedByErasure(tx, document.ownerId, document.sessionId)) return undo('session-ended' as const);
    return insertAnnounced(tx, document, nowMs);
  }
  if (text(row, 'owner_id') !== document.ownerId) return undo<Announced>({ kind: 'foreign' });
  const unlisted = application !== undefined && row['position'] === null && !isReturned;
  if (unlisted || !isSameDocument(row, document.applicationId, document))
    return undo<Announced>({ kind: 'other-content' });
  const announced = documentOf(row);
  if (announced !== undefined) return undo<Announced>({ kind: 'replayed', document: announced });
  await tx.all('UPDATE document SET upload_key = $2, updated_at = $3 WHERE id = $1', [
    document.id,
    document.uploadKey,
    nowMs,
  ]);
  return keep<Announced>({ kind: 'created', document: await getAnnounced(tx, document.id) });
}

async function insertAnnounced(tx: SqlTransaction, document: NewDocument, nowMs: number): Promise<Work<Announced>> {
  const { id, ownerId, applicationId, slot, mediaType, sizeBytes, sha256, uploadKey, sealed } = document;
  if ((await countDocuments(tx, applicationId)) >= mostPerApplication) return undo<Announced>({ kind: 'too-many' });
  const inserted = await tx.all(
    `INSERT INTO document (id, owner_id, application_id, position, slot, media_type, size, sha256, state, upload_key, created_at, updated_at, sealed)
      VALUES ($1, $2, $3, NULL, $4, $5, $6, $7, 'expected', $8, $9, $9, $10) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, ownerId, applicationId, slot, mediaType, sizeBytes, sha256, uploadKey, nowMs, sealed === true ? 1 : 0],
  );
  // Taken at this very moment for another application, under another lock.
  if (inserted.length === 0) return undo<Announced>({ kind: 'other-content' });
  return keep<Announced>({ kind: 'created', document: await getAnnounced(tx, id) });
}

async function getAnnounced(tx: SqlTransaction, id: string): Promise<StoredDocument> {
  const row = await readDocumentRow(tx, id);
  const document = row === undefined ? undefined : documentOf(row);
  if (document === undefined) throw new Error('A document written in this transaction is not there');
  return document;
}

async function markVerified(
  tx: SqlTransaction,
  id: string,
  rewrittenSizeBytes: number | null,
  nowMs: number,
): Promise<Work<void>> {
  const row = await readDocumentRow(tx, id);
  if (row === undefined) throw new Error('A document that was uploaded is not there');
  // An application's papers may be finished at the same moment: one must see the other, so they queue up here.
  const applicationId = text(row, 'application_id');
  await tx.lock(applicationId);
  await tx.all(
    `UPDATE document SET state = 'clean', rewritten_size = $2, updated_at = $3
      WHERE id = $1 AND state NOT IN ('clean', 'expired')`,
    [id, rewrittenSizeBytes, nowMs],
  );
  const [application] = await tx.all(
    `SELECT owner_id, version, on_behalf_of FROM application WHERE id = $1 AND status = 'incomplete' AND NOT EXISTS (
      SELECT 1 FROM document WHERE application_id = $1 AND position IS NOT NULL AND state <> 'clean')`,
    [applicationId],
  );
  if (application !== undefined) await completeApplication(tx, applicationId, application, nowMs);
  else if (text(row, 'slot') === resultSlot) await tellOfResult(tx, id, nowMs);
  else await applyRevision(tx, applicationId, nowMs);
  return keep(undefined);
}

async function completeApplication(
  tx: SqlTransaction,
  applicationId: string,
  row: SqlRow,
  nowMs: number,
): Promise<void> {
  const version = integer(row, 'version') + 1;
  await tx.all(`UPDATE application SET status = 'submitted', version = $2, updated_at = $3 WHERE id = $1`, [
    applicationId,
    version,
    nowMs,
  ]);
  await insertHistory(tx, applicationId, { version, ...receivedBy(row['on_behalf_of'] !== null, nowMs) });
  await insertChange(tx, { audience: text(row, 'owner_id'), applicationId, status: 'submitted', version, atMs: nowMs });
}
