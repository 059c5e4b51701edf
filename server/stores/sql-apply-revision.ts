import { consentSlot } from '#domain/resident/consent.ts';
import { putStoredApplicant } from './sql-applicant.ts';
import { tellApplicants } from './sql-change-feed.ts';
import type { SqlRow, SqlTransaction } from './sql-database.ts';
import { insertHistory } from './sql-history.ts';
import { integer, text, textOrNull } from './sql-row.ts';

/**
 * The repaired content takes the place of the earlier one, if it is the applicant's turn and every paper of it is there.
 * Under the application's lock, in the transaction in which the last paper came or the revision did.
 */
export async function applyRevision(tx: SqlTransaction, applicationId: string, nowMs: number): Promise<void> {
  const [revision] = await tx.all(
    `SELECT r.id, r.author_id, r.schema_version, r.data, r.sealed_key, r.applicant FROM revision r
      JOIN application a ON a.id = r.application_id
      WHERE r.application_id = $1 AND r.state = 'waiting' AND a.status = 'returned' AND NOT EXISTS (
        SELECT 1 FROM revision_paper p JOIN document d ON d.id = p.document_id
          WHERE p.revision_id = r.id AND d.state NOT IN ('clean', 'expired'))`,
    [applicationId],
  );
  if (revision === undefined) return;
  const [application] = await tx.all(
    'SELECT owner_id, claimed_by, on_behalf_of, version FROM application WHERE id = $1',
    [applicationId],
  );
  if (application === undefined) throw new Error('The application of a revision is not there');
  const version = integer(application, 'version') + 1;
  await takePapers(tx, applicationId, text(revision, 'id'));
  await tx.all(
    `UPDATE application SET status = 'submitted', version = $2, schema_version = $3, data = $4, sealed_key = $5,
      reason = NULL, updated_at = $6 WHERE id = $1`,
    [
      applicationId,
      version,
      integer(revision, 'schema_version'),
      text(revision, 'data'),
      textOrNull(revision, 'sealed_key'),
      nowMs,
    ],
  );
  await putStoredApplicant(tx, applicationId, textOrNull(revision, 'applicant'));
  await tx.all(`UPDATE revision SET state = 'applied', version = $2 WHERE id = $1`, [text(revision, 'id'), version]);
  const by = authorOf(revision, application);
  const step = {
    atMs: nowMs,
    action: 'revise',
    status: 'submitted',
    by,
    role: null,
    reason: null,
    fields: [],
  } as const;
  await insertHistory(tx, applicationId, { version, ...step });
  const applicants = { ownerId: text(application, 'owner_id'), claimedBy: textOrNull(application, 'claimed_by') };
  await tellApplicants(tx, applicants, { applicationId, status: 'submitted', version, atMs: nowMs });
}

/** The papers of the revision, in its order. The picture of a resident's yes stays; what was replaced is listed no more. */
async function takePapers(tx: SqlTransaction, applicationId: string, revisionId: string): Promise<void> {
  await tx.all(
    'UPDATE document SET position = NULL WHERE application_id = $1 AND position IS NOT NULL AND slot <> $2',
    [applicationId, consentSlot],
  );
  await tx.all(
    `UPDATE document SET position = (
        SELECT p.position FROM revision_paper p WHERE p.revision_id = $1 AND p.document_id = document.id)
      WHERE id IN (SELECT document_id FROM revision_paper WHERE revision_id = $1)`,
    [revisionId],
  );
}

function authorOf(revision: SqlRow, application: SqlRow): 'applicant' | 'field-officer' {
  const isOfficer =
    textOrNull(application, 'on_behalf_of') !== null && text(revision, 'author_id') === text(application, 'owner_id');
  return isOfficer ? 'field-officer' : 'applicant';
}
