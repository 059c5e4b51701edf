import { randomUUID } from 'node:crypto';
import type { OfficeStatus } from '#domain/application/status.ts';
import type { JobKind } from './job-store.ts';
import type { SqlTransaction } from './sql-database.ts';
import { text } from './sql-row.ts';

/** What somebody else has done than who handed it in: the office, or of two whose application it is, the other one. */
const ofOthers: ReadonlySet<OfficeStatus> = new Set<OfficeStatus>([
  'under_review',
  'returned',
  'in_process',
  'awaiting_signature',
  'ready',
  'rejected',
  'done',
  'withdrawn',
]);

interface News {
  readonly audience: string;
  readonly applicationId: string;
  readonly status: OfficeStatus;
  readonly atMs: number;
}

/** What a short message is sent for, where no browser is woken. */
const worthAMessage: ReadonlySet<OfficeStatus> = new Set<OfficeStatus>(['returned', 'ready', 'rejected', 'done']);

/** One job for each browser of who is told, or a message where there is none: in the transaction of the change, so that neither is there without the other. */
export async function insertNewsJobs(tx: SqlTransaction, { audience, applicationId, status, atMs }: News) {
  if (!ofOthers.has(status)) return;
  const subscriptions = await tx.all(
    `SELECT p.id FROM push_subscription p JOIN session s ON s.id = p.session_id
      WHERE p.account_id = $1 AND s.expires_at > $2 ORDER BY p.id`,
    [audience, atMs],
  );
  for (const row of subscriptions) {
    const payload = { subscription: text(row, 'id'), application: applicationId };
    await insertJob(tx, { kind: 'push', accountId: audience, payload }, atMs);
  }
  if (subscriptions.length > 0 || !worthAMessage.has(status)) return;
  const reached = await tx.all(
    `SELECT id FROM account WHERE id = $1 AND phone IS NOT NULL AND wants_notices = 1 AND roles LIKE '%pemohon%'`,
    [audience],
  );
  if (reached.length === 0) return;
  await insertJob(tx, { kind: 'notice', accountId: audience, payload: { application: applicationId } }, atMs);
}

/** A paper that nobody could judge: one job for it, however often it is asked about. */
export async function insertVerdictJob(
  tx: SqlTransaction,
  { id, ownerId }: { readonly id: string; readonly ownerId: string },
  nowMs: number,
): Promise<void> {
  await insertJob(tx, { kind: 'verdict', accountId: ownerId, payload: { document: id } }, nowMs, `verdict ${id}`);
}

async function insertJob(
  tx: SqlTransaction,
  job: { readonly kind: JobKind; readonly accountId: string; readonly payload: Readonly<Record<string, string>> },
  nowMs: number,
  id: string = randomUUID(),
): Promise<void> {
  await tx.all(
    `INSERT INTO job (id, kind, account_id, payload, run_after, attempts, created_at)
      VALUES ($1, $2, $3, $4, $5, 0, $5) ON CONFLICT (id) DO NOTHING`,
    [id, job.kind, job.accountId, JSON.stringify(job.payload), nowMs],
  );
}
