import type { KeptShare, LockOf, LockStore, NewShare, ShareTaken } from './lock-store.ts';
import { appendAudit } from './sql-audit-log.ts';
import { keep, type SqlDatabase, type SqlRow, type SqlTransaction, undo } from './sql-database.ts';
import { digestOf } from './sql-lock-digest.ts';
import { recoveryStore } from './sql-lock-recoveries.ts';
import { tryShare } from './sql-lock-tries.ts';
import { integer, text } from './sql-row.ts';

/** A PIN that is changed leaves an old share for a moment; more are nobody's need. */
const mostShares = 10;
const isOf = 'account_id = $1 AND device_id = $2';

export function sqlLockStore(database: SqlDatabase): LockStore {
  return {
    ...recoveryStore(database),
    putShare: (of, share, nowMs) => database.write((tx) => putShare(tx, of, share, nowMs)),
    tryShare: (of, shareId, tried, nowMs) => tryShare(database, of, shareId, tried, nowMs),
    removeShare: (of, shareId, nowMs) =>
      database.write(async (tx) => {
        const gone = await tx.all(`DELETE FROM lock_share WHERE ${isOf} AND id = $3 RETURNING id`, [
          of.accountId,
          of.deviceId,
          shareId,
        ]);
        if (gone.length > 0) await noteShare(tx, of.accountId, shareId, 'removed', nowMs);
        return keep(undefined);
      }),
    listTried: async () => {
      const rows = await database.all(
        'SELECT id, account_id, device_id, failed, tried_at FROM lock_share WHERE failed > 0 ORDER BY tried_at DESC, id',
      );
      return rows.map(keptShare);
    },
    reopenShare: (shareId, nowMs) =>
      database.write(async (tx) => {
        const rows = await tx.all('UPDATE lock_share SET failed = 0, last_try = NULL WHERE id = $1 RETURNING id', [
          shareId,
        ]);
        if (rows.length > 0) await noteShare(tx, null, shareId, 'reopened by office', nowMs);
        return keep(rows.length > 0);
      }),
  };
}

/** Of a phone that is to be emptied, or of an account that goes: without the share no PIN opens what lies there. */
export async function forgetLocks(
  tx: SqlTransaction,
  { accountId, deviceId }: { readonly accountId: string | null; readonly deviceId: string | null },
): Promise<void> {
  for (const table of ['lock_share', 'lock_recovery'] as const)
    await tx.all(
      `DELETE FROM ${table} WHERE (CAST($1 AS text) IS NULL OR account_id = CAST($1 AS text))
        AND (CAST($2 AS text) IS NULL OR device_id = CAST($2 AS text))`,
      [accountId, deviceId],
    );
}

async function noteShare(
  tx: SqlTransaction,
  actor: string | null,
  subject: string,
  about: string,
  nowMs: number,
): Promise<void> {
  await appendAudit(tx, { event: 'lock-share', actor, subject, about }, nowMs);
}

async function putShare(tx: SqlTransaction, of: LockOf, { id, share, proof }: NewShare, nowMs: number) {
  const { accountId, deviceId } = of;
  await tx.lock(`lock ${accountId} ${deviceId}`);
  const rows = await tx.all(`SELECT id, share, proof FROM lock_share WHERE ${isOf}`, [accountId, deviceId]);
  const made = rows.find((row) => text(row, 'id') === id);
  if (made !== undefined) {
    const isSame = text(made, 'share') === share && text(made, 'proof') === digestOf(proof);
    return undo<ShareTaken>(isSame ? 'replayed' : 'other-content');
  }
  if (rows.length >= mostShares) return undo<ShareTaken>('too-many');
  await tx.all(
    `INSERT INTO lock_share (account_id, device_id, id, share, proof, failed, last_try, created_at, tried_at)
      VALUES ($1, $2, $3, $4, $5, 0, NULL, $6, $6)`,
    [accountId, deviceId, id, share, digestOf(proof), nowMs],
  );
  await noteShare(tx, accountId, id, 'made', nowMs);
  return keep<ShareTaken>('created');
}

function keptShare(row: SqlRow): KeptShare {
  return {
    id: text(row, 'id'),
    accountId: text(row, 'account_id'),
    deviceId: text(row, 'device_id'),
    failed: integer(row, 'failed'),
    triedAtMs: integer(row, 'tried_at'),
  };
}
