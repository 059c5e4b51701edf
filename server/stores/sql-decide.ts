import { getApplication, readApplication } from './application-rows.ts';
import type { Decided, NewDecision, StoredApplication, Verdict } from './application-store.ts';
import { appendAudit } from './sql-audit-log.ts';
import { endAssignment } from './sql-assign.ts';
import { tellApplicants } from './sql-change-feed.ts';
import { insertHistory } from './sql-history.ts';
import { keep, type SqlTransaction, undo, type Work } from './sql-database.ts';
import { text } from './sql-row.ts';

/** The repetition first, then the judgement, then the move: see ApplicationStore.decide. */
export async function sqlDecide(
  tx: SqlTransaction,
  decision: NewDecision,
  judge: (application: StoredApplication) => Verdict,
  nowMs: number,
): Promise<Work<Decided>> {
  await tx.lock(decision.applicationId);
  const application = await readApplication(tx, decision.applicationId);
  if (application === undefined || application.status === 'incomplete') return undo<Decided>({ kind: 'missing' });
  const [earlier] = await tx.all('SELECT application_id, officer_id, body_hash FROM decision WHERE id = $1', [
    decision.id,
  ]);
  if (earlier !== undefined) {
    const same =
      text(earlier, 'application_id') === decision.applicationId &&
      text(earlier, 'officer_id') === decision.officerId &&
      text(earlier, 'body_hash') === decision.bodyHash;
    return undo<Decided>(same ? { kind: 'replayed', application } : { kind: 'other-content' });
  }
  const verdict = judge(application);
  if (verdict.kind === 'refuse') return undo<Decided>({ kind: 'refused', because: verdict.because });
  const version = application.version + 1;
  const { id, applicationId, officerId, action, reason, fields, bodyHash } = decision;
  const inserted = await tx.all(
    `INSERT INTO decision (id, application_id, officer_id, action, reason, fields, body_hash, version, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, applicationId, officerId, action, reason, JSON.stringify(fields), bodyHash, version, nowMs],
  );
  // Taken at this very moment for another application, under another lock.
  if (inserted.length === 0) return undo<Decided>({ kind: 'other-content' });
  await tx.all('UPDATE application SET status = $2, version = $3, reason = $4, updated_at = $5 WHERE id = $1', [
    applicationId,
    verdict.status,
    version,
    reason,
    nowMs,
  ]);
  await insertHistory(tx, applicationId, {
    version,
    atMs: nowMs,
    action,
    status: verdict.status,
    by: 'official',
    role: verdict.role,
    reason,
    ...(decision.reasonCode === undefined ? {} : { reasonCode: decision.reasonCode }),
    fields,
  });
  await endAssignment(tx, application, verdict.status);
  await tellApplicants(tx, application, { applicationId, status: verdict.status, version, atMs: nowMs });
  const decided = await getApplication(tx, applicationId);
  await appendAudit(tx, { event: 'decision', actor: officerId, subject: applicationId, about: action }, nowMs);
  return keep<Decided>({ kind: 'created', application: decided });
}
