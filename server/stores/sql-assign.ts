import type { OfficeStatus } from '#domain/application/status.ts';
import { getApplication, readApplication } from './application-rows.ts';
import type { Assigned, NewAssignment, StoredApplication } from './application-store.ts';
import { appendAudit } from './sql-audit-log.ts';
import { keep, type SqlTransaction, undo, type Work } from './sql-database.ts';

const ended: readonly OfficeStatus[] = ['done', 'rejected', 'withdrawn'];

/** See ApplicationStore.assign. */
export async function sqlAssign(
  tx: SqlTransaction,
  { applicationId, official, to, force }: NewAssignment,
  isSeen: (application: StoredApplication) => boolean,
  nowMs: number,
): Promise<Work<Assigned>> {
  await tx.lock(applicationId);
  const application = await readApplication(tx, applicationId);
  if (application === undefined || application.status === 'incomplete') return undo<Assigned>({ kind: 'missing' });
  const { assignee, status } = application;
  const isMine = assignee?.accountId === official.accountId;
  if (to === 'me' ? isMine : assignee === null) return undo<Assigned>({ kind: 'unchanged', application });
  if (assignee !== null && !isMine && !force) return undo<Assigned>({ kind: 'taken', by: assignee });
  if (!isSeen(application)) return undo<Assigned>({ kind: 'refused', because: 'precondition' });
  if (to === 'me' && ended.includes(status)) return undo<Assigned>({ kind: 'refused', because: 'ended' });
  await putAssignee(tx, applicationId, to === 'me' ? official : null);
  const assigned = await getApplication(tx, applicationId);
  // An account's id has no more than the words of a note may have.
  const about = `${to === 'me' ? 'taken' : 'given back'}${assignee === null || isMine ? '' : ' from another'}`;
  await appendAudit(tx, { event: 'assignment', actor: official.accountId, subject: applicationId, about }, nowMs);
  return keep<Assigned>({ kind: 'assigned', application: assigned });
}

/** It ends with the work, and where it goes on with another role: to who signs, and back. */
export async function endAssignment(
  tx: SqlTransaction,
  { id, assignee, status }: StoredApplication,
  next: OfficeStatus,
): Promise<void> {
  if (assignee === null) return;
  if (ended.includes(next) || next === 'awaiting_signature' || status === 'awaiting_signature')
    await putAssignee(tx, id, null);
}

async function putAssignee(
  tx: SqlTransaction,
  applicationId: string,
  assignee: StoredApplication['assignee'],
): Promise<void> {
  await tx.all(
    'UPDATE application SET assignee_id = $2, assignee_name = $3, assignments = assignments + 1 WHERE id = $1',
    [applicationId, assignee?.accountId ?? null, assignee?.name ?? null],
  );
}
