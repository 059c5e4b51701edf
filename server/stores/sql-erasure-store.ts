import type { ErasureRequest, ErasureStore } from './erasure-store.ts';
import { forgetApplicant } from './sql-applicant.ts';
import { appendAudit } from './sql-audit-log.ts';
import {
  keep,
  type SqlDatabase,
  type SqlReader,
  type SqlRow,
  type SqlTransaction,
  StoreUnavailableError,
} from './sql-database.ts';
import { forgetLocks } from './sql-lock-store.ts';
import { integer, integerOrNull, text } from './sql-row.ts';

/** UU 27/2022: 3 x 24 hours. */
const dueAfterMs = 72 * 60 * 60 * 1000;
const columns = 'account_id, requested_at, due_at, erased, kept, done_at';

export function sqlErasureStore(database: SqlDatabase): ErasureStore {
  return {
    erase: (accountId, nowMs) => database.write(async (tx) => keep(await eraseAccount(tx, accountId, nowMs))),
    pendingFiles: async (limit) => {
      const rows = await database.all('SELECT upload_key FROM erased_file ORDER BY upload_key LIMIT $1', [limit]);
      return rows.map((row) => text(row, 'upload_key'));
    },
    forgetFile: async (uploadKey) => {
      await database.write(async (tx) =>
        keep(await tx.all('DELETE FROM erased_file WHERE upload_key = $1', [uploadKey])),
      );
    },
    listOpen: async () => {
      const rows = await database.all(
        `SELECT ${columns} FROM erasure_request WHERE done_at IS NULL ORDER BY requested_at, account_id`,
      );
      return rows.map(requestOf);
    },
    close: (accountId, nowMs) =>
      database.write(async (tx) => {
        const rows = await tx.all(
          'UPDATE erasure_request SET done_at = $2 WHERE account_id = $1 AND done_at IS NULL RETURNING account_id',
          [accountId, nowMs],
        );
        if (rows.length > 0)
          await appendAudit(tx, { event: 'erasure', actor: null, subject: accountId, about: 'closed' }, nowMs);
        return keep(rows.length > 0);
      }),
  };
}

/** Whose it was; undefined for an id that was never erased. Asked under the application's lock. */
export async function erasedOwner(reader: SqlReader, applicationId: string): Promise<string | undefined> {
  const [row] = await reader.all('SELECT owner_id FROM erased_application WHERE id = $1', [applicationId]);
  return row === undefined ? undefined : text(row, 'owner_id');
}

/** Taken before the lock of an application: what an account brings and the erasing of all it has follow one another. */
export async function lockOwner(tx: SqlTransaction, accountId: string): Promise<void> {
  await tx.lock(`erasure ${accountId}`);
}

/** Whether an erasure has ended the session, or the upload ticket, that brings something; asked under the lock of its owner. */
export async function isEndedByErasure(tx: SqlReader, ownerId: string, sessionId = ''): Promise<boolean> {
  if (sessionId === '') return false;
  const rows = await tx.all(
    `SELECT account_id FROM erasure_request WHERE account_id = $1
      AND NOT EXISTS (SELECT 1 FROM session WHERE id = $2)
      AND NOT EXISTS (SELECT 1 FROM upload_ticket WHERE id = $2)`,
    [ownerId, sessionId],
  );
  return rows.length > 0;
}

/** Outside of the transaction, for what came by such a session: asked again, it hears that nobody is signed in. */
export function unlessEnded<T>(outcome: T | 'session-ended'): T {
  if (outcome === 'session-ended') throw new StoreUnavailableError('The session was ended by an erasure');
  return outcome;
}

/** What `ErasureStore.erase` does, inside of a transaction. */
export async function eraseAccount(tx: SqlTransaction, accountId: string, nowMs: number): Promise<ErasureRequest> {
  await lockOwner(tx, accountId);
  await tx.all('DELETE FROM session WHERE account_id = $1', [accountId]);
  // Not the judgement of a paper: of what the office keeps, a repair still waits for it.
  await tx.all(`DELETE FROM job WHERE account_id = $1 AND kind <> 'verdict'`, [accountId]);
  // No phone of theirs hands anything in any more without asking.
  await tx.all('DELETE FROM upload_ticket WHERE account_id = $1', [accountId]);
  const candidates = await tx.all(
    `SELECT id FROM application WHERE owner_id = $1 AND status = 'incomplete'
      UNION SELECT application_id AS id FROM document WHERE owner_id = $1
        AND NOT EXISTS (SELECT 1 FROM application a WHERE a.id = document.application_id)
      ORDER BY id`,
    [accountId],
  );
  let erased = 0;
  for (const row of candidates) if (await eraseApplication(tx, text(row, 'id'), accountId, nowMs)) erased += 1;
  const [count] = await tx.all('SELECT count(*) AS number FROM application WHERE owner_id = $1 OR claimed_by = $1', [
    accountId,
  ]);
  await tx.all('DELETE FROM device_report WHERE account_id = $1', [accountId]);
  await forgetLocks(tx, { accountId, deviceId: null });
  const kept = count === undefined ? 0 : integer(count, 'number');
  if (kept === 0) await tx.all(`DELETE FROM account WHERE id = $1 AND origin <> 'operator'`, [accountId]);
  const request = await putRequest(tx, { accountId, erased, kept }, nowMs);
  await appendAudit(tx, { event: 'erasure', actor: accountId, subject: null, about: 'requested' }, nowMs);
  return request;
}

/** False when its last paper has come in the meantime: then it is the office's. */
export async function eraseApplication(
  tx: SqlTransaction,
  id: string,
  ownerId: string,
  nowMs: number,
): Promise<boolean> {
  await tx.lock(id);
  const [found] = await tx.all('SELECT status, owner_id FROM application WHERE id = $1', [id]);
  if (found !== undefined && (text(found, 'status') !== 'incomplete' || text(found, 'owner_id') !== ownerId))
    return false;
  await tx.all(
    `INSERT INTO erased_file (upload_key) SELECT upload_key FROM document
      WHERE application_id = $1 AND owner_id = $2 AND upload_key IS NOT NULL ON CONFLICT (upload_key) DO NOTHING`,
    [id, ownerId],
  );
  await tx.all('DELETE FROM document WHERE application_id = $1 AND owner_id = $2', [id, ownerId]);
  await tx.all('DELETE FROM claim_offer WHERE application_id = $1', [id]);
  await accountForNumber(tx, id, nowMs);
  await forgetApplicant(tx, id);
  await tx.all('DELETE FROM application WHERE id = $1', [id]);
  await tx.all('INSERT INTO erased_application (id, owner_id, at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING', [
    id,
    ownerId,
    nowMs,
  ]);
  return true;
}

/** No phone has to look for the number of an application that goes. */
export async function accountForNumber(tx: SqlTransaction, applicationId: string, nowMs: number): Promise<void> {
  await tx.all(
    `INSERT INTO device_void (device_id, first, last, reason, at)
      SELECT device_id, device_sequence, device_sequence, 'erased', CAST($2 AS bigint) FROM application
      WHERE id = $1 AND device_id IS NOT NULL AND device_sequence IS NOT NULL ON CONFLICT DO NOTHING`,
    [applicationId, nowMs],
  );
}

async function putRequest(
  tx: SqlTransaction,
  { accountId, erased, kept }: Pick<ErasureRequest, 'accountId' | 'erased' | 'kept'>,
  nowMs: number,
): Promise<ErasureRequest> {
  const [row] = await tx.all(`SELECT ${columns} FROM erasure_request WHERE account_id = $1`, [accountId]);
  const known = row === undefined ? undefined : requestOf(row);
  const open = known?.doneAtMs === null ? known : undefined;
  const request: ErasureRequest = {
    accountId,
    requestedAtMs: open?.requestedAtMs ?? nowMs,
    dueAtMs: open?.dueAtMs ?? nowMs + dueAfterMs,
    erased: (open?.erased ?? 0) + erased,
    kept,
    doneAtMs: kept === 0 ? nowMs : null,
  };
  await tx.all('DELETE FROM erasure_request WHERE account_id = $1', [accountId]);
  await tx.all(`INSERT INTO erasure_request (${columns}) VALUES ($1, $2, $3, $4, $5, $6)`, [
    accountId,
    request.requestedAtMs,
    request.dueAtMs,
    request.erased,
    kept,
    request.doneAtMs,
  ]);
  return request;
}

function requestOf(row: SqlRow): ErasureRequest {
  return {
    accountId: text(row, 'account_id'),
    requestedAtMs: integer(row, 'requested_at'),
    dueAtMs: integer(row, 'due_at'),
    erased: integer(row, 'erased'),
    kept: integer(row, 'kept'),
    doneAtMs: integerOrNull(row, 'done_at'),
  };
}
