import { randomUUID } from 'node:crypto';
import type { OfficeStatus } from '#domain/application/status.ts';
import type { JobKind } from './job-store.ts';
import type { SqlTransaction } from './sql-database.ts';
import { text } from './sql-row.ts';

/** What the office has done, and nobody who is told of it has done themselves. */
const ofTheOffice: ReadonlySet<OfficeStatus> = new Set<OfficeStatus>([
  'under_review',
  'returned',
  'in_process',
  'awaiting_signature',
  'ready',
  'rejected',
  'done',
]);

interface News {
  readonly audience: string;
  readonly applicationId: string;
  readonly status: OfficeStatus;
  readonly atMs: number;
}

/** One job for each browser of who is told: in the transaction of the change, so that neither is there without the other. */
export async function insertNewsJobs(tx: SqlTransaction, { audience, applicationId, status, atMs }: News) {
  if (!ofTheOffice.has(status)) return;
  const subscriptions = await tx.all('SELECT id FROM push_subscription WHERE account_id = $1 ORDER BY id', [audience]);
  for (const row of subscriptions) {
    const payload = { subscription: text(row, 'id'), application: applicationId };
    await insertJob(tx, { kind: 'push', accountId: audience, payload }, atMs);
  }
}

async function insertJob(
  tx: SqlTransaction,
  job: { readonly kind: JobKind; readonly accountId: string; readonly payload: Readonly<Record<string, string>> },
  nowMs: number,
): Promise<void> {
  await tx.all(
    'INSERT INTO job (id, kind, account_id, payload, run_after, attempts, created_at) VALUES ($1, $2, $3, $4, $5, 0, $5)',
    [randomUUID(), job.kind, job.accountId, JSON.stringify(job.payload), nowMs],
  );
}
