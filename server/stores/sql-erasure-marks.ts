import { z } from 'zod';
import { eraseAccount, eraseApplication, lockOwner } from './sql-erasure-store.ts';
import { keep, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { integer, integerOrNull, text } from './sql-row.ts';

/** Who was erased and what, by ids alone: what a backup from before does not know. */
export const ErasureMarks = z.strictObject({
  requests: z.array(
    z.strictObject({
      accountId: z.string(),
      requestedAtMs: z.int(),
      dueAtMs: z.int(),
      /** Null while the office has to say what becomes of what it keeps. */
      doneAtMs: z.int().nullable(),
    }),
  ),
  applications: z.array(z.strictObject({ id: z.string(), ownerId: z.string() })),
});
export type ErasureMarks = z.output<typeof ErasureMarks>;

export async function readErasureMarks(database: SqlDatabase): Promise<ErasureMarks> {
  const requests = await database.all(
    'SELECT account_id, requested_at, due_at, done_at FROM erasure_request ORDER BY account_id',
  );
  const applications = await database.all('SELECT id, owner_id FROM erased_application ORDER BY id');
  return {
    requests: requests.map((row) => ({
      accountId: text(row, 'account_id'),
      requestedAtMs: integer(row, 'requested_at'),
      dueAtMs: integer(row, 'due_at'),
      doneAtMs: integerOrNull(row, 'done_at'),
    })),
    applications: applications.map((row) => ({ id: text(row, 'id'), ownerId: text(row, 'owner_id') })),
  };
}

/**
 * Erases once more what a restored database has again, before anybody uses it; the law's clock runs from the request, not
 * from now. Said again, it does nothing. What was over by its term is left to the next sweep.
 */
export async function replayErasureMarks(
  database: SqlDatabase,
  { requests, applications }: ErasureMarks,
  nowMs: number,
): Promise<{ readonly accounts: number; readonly applications: number }> {
  let accounts = 0;
  for (const request of requests)
    if (await database.write(async (tx) => keep(await eraseAgain(tx, request, nowMs)))) accounts += 1;
  let erased = 0;
  for (const { id, ownerId } of applications)
    if (await database.write(async (tx) => keep(await eraseOnceMore(tx, id, ownerId, nowMs)))) erased += 1;
  return { accounts, applications: erased };
}

/** False where it is known here already. */
async function eraseAgain(
  tx: SqlTransaction,
  { accountId, requestedAtMs, dueAtMs, doneAtMs }: ErasureMarks['requests'][number],
  nowMs: number,
): Promise<boolean> {
  await lockOwner(tx, accountId);
  const [known] = await tx.all('SELECT requested_at FROM erasure_request WHERE account_id = $1', [accountId]);
  if (known !== undefined && integer(known, 'requested_at') >= requestedAtMs) return false;
  await eraseAccount(tx, accountId, nowMs);
  await tx.all('UPDATE erasure_request SET requested_at = $2, due_at = $3, done_at = $4 WHERE account_id = $1', [
    accountId,
    requestedAtMs,
    dueAtMs,
    doneAtMs,
  ]);
  return true;
}

async function eraseOnceMore(tx: SqlTransaction, id: string, ownerId: string, nowMs: number): Promise<boolean> {
  await lockOwner(tx, ownerId);
  const known = await tx.all('SELECT id FROM erased_application WHERE id = $1', [id]);
  return known.length === 0 && (await eraseApplication(tx, id, ownerId, nowMs));
}
