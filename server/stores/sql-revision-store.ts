import { compareRevision } from '#domain/application/compare-revision.ts';
import { isApplicantOf } from '#domain/application/is-applicant.ts';
import { getApplication, isVerified, readApplication, readDocumentRow } from './application-rows.ts';
import type { DocumentReference, StoredApplication } from './application-store.ts';
import {
  type MayChange,
  type NewRevision,
  type NewWithdrawal,
  type Revised,
  type RevisionState,
  type RevisionStore,
  type StoredRevision,
  type Withdrawn,
} from './revision-store.ts';
import { applyRevision } from './sql-apply-revision.ts';
import { endAssignment } from './sql-assign.ts';
import { appendAudit } from './sql-audit-log.ts';
import { tellApplicants } from './sql-change-feed.ts';
import {
  keep,
  type SqlDatabase,
  type SqlReader,
  type SqlRow,
  type SqlTransaction,
  undo,
  type Work,
} from './sql-database.ts';
import { isEndedByErasure, lockOwner, unlessEnded } from './sql-erasure-store.ts';
import { countDocuments, mostPerApplication } from './sql-document-store.ts';
import { insertHistory } from './sql-history.ts';
import { integer, text, textOrNull } from './sql-row.ts';

export function sqlRevisionStore(database: SqlDatabase): RevisionStore {
  return {
    find: (id) => readRevision(database, id),
    revise: async (revision, mayChange, nowMs) =>
      unlessEnded(await database.write((tx) => revise(tx, revision, mayChange, nowMs))),
    withdraw: async (withdrawal, mayChange, nowMs) =>
      unlessEnded(await database.write((tx) => withdraw(tx, withdrawal, mayChange, nowMs))),
  };
}

async function revise(
  tx: SqlTransaction,
  revision: NewRevision,
  mayChange: MayChange,
  nowMs: number,
): Promise<Work<Revised | 'session-ended'>> {
  const { id, applicationId, authorId, sessionId } = revision;
  await lockOwner(tx, authorId);
  await tx.lock(applicationId);
  const application = await readApplication(tx, applicationId);
  if (application === undefined || !isApplicantOf(application, authorId)) return undo<Revised>({ kind: 'missing' });
  const earlier = await readRevision(tx, id);
  if (earlier !== undefined) return undo<Revised>(compare(earlier, revision, application));
  if (await isEndedByErasure(tx, authorId, sessionId)) return undo('session-ended' as const);
  const because = mayChange(application);
  if (because !== null) return undo<Revised>({ kind: 'refused', because });
  const before = await countDocuments(tx, applicationId);
  const differing: string[] = [];
  for (const reference of revision.documents)
    if (!(await listPaper(tx, revision, reference, nowMs))) differing.push(reference.slot);
  if (differing.length > 0) return undo<Revised>({ kind: 'papers-differ', slots: differing });
  const after = await countDocuments(tx, applicationId);
  // One that brings nothing new is taken, however many there are.
  if (after > before && after > mostPerApplication) return undo<Revised>({ kind: 'too-many' });
  await tx.all(`UPDATE revision SET state = 'superseded' WHERE application_id = $1 AND state = 'waiting'`, [
    applicationId,
  ]);
  if (!(await insertRevision(tx, revision, nowMs))) return undo<Revised>({ kind: 'other-content' });
  await applyRevision(tx, applicationId, nowMs);
  const taken = await readRevision(tx, id);
  if (taken === undefined) throw new Error('A revision that was written is not there');
  return keep<Revised>({ kind: 'created', application: await getApplication(tx, applicationId), revision: taken });
}

function compare(earlier: StoredRevision, revision: NewRevision, application: StoredApplication): Revised {
  switch (compareRevision(earlier, revision)) {
    case 'other-content':
      return { kind: 'other-content' };
    case 'superseded':
      return { kind: 'refused', because: 'changed-since' };
    case 'same':
      return { kind: 'replayed', application, revision: earlier };
  }
}

/** False: it is no paper of this application, or it was announced with other content. */
async function listPaper(
  tx: SqlTransaction,
  { applicationId, authorId, sealedKey }: NewRevision,
  reference: DocumentReference,
  nowMs: number,
): Promise<boolean> {
  const { id, slot, mediaType, sizeBytes, sha256, sealed, opened } = reference;
  const row = await readDocumentRow(tx, id);
  const openedSize = opened?.sizeBytes ?? null;
  const openedSha256 = opened?.sha256 ?? null;
  if (row === undefined) {
    const inserted = await tx.all(
      `INSERT INTO document (id, owner_id, application_id, position, slot, media_type, size, sha256, state, created_at,
        updated_at, sealed, opened_size, opened_sha256, sealed_key)
        VALUES ($1, $2, $3, NULL, $4, $5, $6, $7, 'expected', $8, $8, $9, $10, $11, $12)
        ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        id,
        authorId,
        applicationId,
        slot,
        mediaType,
        sizeBytes,
        sha256,
        nowMs,
        sealed === true ? 1 : 0,
        openedSize,
        openedSha256,
        sealedKey ?? null,
      ],
    );
    return inserted.length === 1;
  }
  const isOfIt =
    text(row, 'application_id') === applicationId &&
    text(row, 'slot') === slot &&
    text(row, 'media_type') === mediaType &&
    text(row, 'state') !== 'rejected';
  if (!isOfIt) return false;
  // Kept: named by its id and by what is known of it, sealed or not.
  if (isVerified(row)) return [sha256, openedSha256].includes(textOrNull(row, 'opened_sha256') ?? text(row, 'sha256'));
  const isAsAnnounced = text(row, 'sha256') === sha256 && integer(row, 'size') === sizeBytes;
  if (!isAsAnnounced || text(row, 'owner_id') !== authorId) return false;
  await tx.all('UPDATE document SET opened_size = $2, opened_sha256 = $3, sealed_key = $4 WHERE id = $1', [
    id,
    openedSize,
    openedSha256,
    sealedKey ?? null,
  ]);
  return true;
}

/** False when somebody else took the id in the meantime. */
async function insertRevision(tx: SqlTransaction, revision: NewRevision, nowMs: number): Promise<boolean> {
  const { id, applicationId, authorId, bodyHash, schemaVersion, data, sealedKey, capturedAtMs, documents } = revision;
  const inserted = await tx.all(
    `INSERT INTO revision (id, application_id, author_id, body_hash, schema_version, data, sealed_key, captured_at, applicant, state, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      id,
      applicationId,
      authorId,
      bodyHash,
      schemaVersion,
      JSON.stringify(data),
      sealedKey ?? null,
      capturedAtMs,
      JSON.stringify(revision.applicant),
      nowMs,
    ],
  );
  for (const [position, document] of documents.entries())
    await tx.all('INSERT INTO revision_paper (revision_id, document_id, position) VALUES ($1, $2, $3)', [
      id,
      document.id,
      position,
    ]);
  return inserted.length === 1;
}

async function readRevision(reader: SqlReader, id: string): Promise<StoredRevision | undefined> {
  const [row] = await reader.all(
    'SELECT id, application_id, author_id, body_hash, state, version FROM revision WHERE id = $1',
    [id],
  );
  if (row === undefined) return undefined;
  const papers = await reader.all(
    `SELECT d.id, d.state FROM revision_paper p JOIN document d ON d.id = p.document_id
      WHERE p.revision_id = $1 ORDER BY p.position`,
    [id],
  );
  return {
    id: text(row, 'id'),
    applicationId: text(row, 'application_id'),
    authorId: text(row, 'author_id'),
    bodyHash: text(row, 'body_hash'),
    state: stateOf(row),
    version: row['version'] === null ? null : integer(row, 'version'),
    missing: papers.filter((paper) => !isVerified(paper)).map((paper) => text(paper, 'id')),
  };
}

function stateOf(row: SqlRow): RevisionState {
  const state = text(row, 'state');
  if (state !== 'waiting' && state !== 'applied' && state !== 'superseded')
    throw new Error('A stored state of a revision is not known');
  return state;
}

async function withdraw(
  tx: SqlTransaction,
  { id, applicationId, accountId, bodyHash, reason, sessionId }: NewWithdrawal,
  mayChange: MayChange,
  nowMs: number,
): Promise<Work<Withdrawn | 'session-ended'>> {
  await lockOwner(tx, accountId);
  await tx.lock(applicationId);
  const application = await readApplication(tx, applicationId);
  if (application === undefined || !isApplicantOf(application, accountId)) return undo<Withdrawn>({ kind: 'missing' });
  const [earlier] = await tx.all('SELECT application_id, account_id, body_hash FROM withdrawal WHERE id = $1', [id]);
  if (earlier !== undefined) {
    const isSame =
      text(earlier, 'application_id') === applicationId &&
      text(earlier, 'account_id') === accountId &&
      text(earlier, 'body_hash') === bodyHash;
    return undo<Withdrawn>(isSame ? { kind: 'replayed', application } : { kind: 'other-content' });
  }
  if (await isEndedByErasure(tx, accountId, sessionId)) return undo('session-ended' as const);
  const because = mayChange(application);
  if (because !== null) return undo<Withdrawn>({ kind: 'refused', because });
  const version = application.version + 1;
  const inserted = await tx.all(
    `INSERT INTO withdrawal (id, application_id, account_id, body_hash, version, at) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, applicationId, accountId, bodyHash, version, nowMs],
  );
  if (inserted.length === 0) return undo<Withdrawn>({ kind: 'other-content' });
  await tx.all(
    `UPDATE application SET status = 'withdrawn', version = $2, reason = NULL, updated_at = $3 WHERE id = $1`,
    [applicationId, version, nowMs],
  );
  await endAssignment(tx, application, 'withdrawn');
  const { ownerId, onBehalfOf } = application;
  const by = accountId === ownerId && onBehalfOf !== undefined ? 'field-officer' : 'applicant';
  const step = { atMs: nowMs, action: 'withdraw', status: 'withdrawn', by, role: null, reason, fields: [] } as const;
  await insertHistory(tx, applicationId, { version, ...step });
  await tellApplicants(tx, application, { applicationId, status: 'withdrawn', version, atMs: nowMs }, accountId);
  await appendAudit(tx, { event: 'withdrawal', actor: accountId, subject: applicationId, about: by }, nowMs);
  return keep<Withdrawn>({ kind: 'created', application: await getApplication(tx, applicationId) });
}
