import { mostTries } from '#domain/lock/office-tries.ts';
import type { LockOf, ShareTried } from './lock-store.ts';
import { appendAudit } from './sql-audit-log.ts';
import { keep, type SqlDatabase, type SqlRow, type SqlTransaction, undo } from './sql-database.ts';
import { digestOf } from './sql-lock-digest.ts';
import { integer, text, textOrNull } from './sql-row.ts';

interface Tried {
  readonly id: string;
  readonly proof: string;
}

/**
 * In two transactions: what the try costs is durable before anybody looks whether it is right, so that a server that is
 * ended in between gives none away. A right one gives all of them back.
 */
export async function tryShare(
  database: SqlDatabase,
  of: LockOf,
  shareId: string,
  tried: Tried,
  nowMs: number,
): Promise<ShareTried> {
  const counted = await database.write((tx) => count(tx, of, shareId, tried, nowMs));
  return counted ?? database.write((tx) => judge(tx, of, shareId, tried, nowMs));
}

/** Null when it is counted. The last one said again was counted then. */
async function count(tx: SqlTransaction, of: LockOf, shareId: string, tried: Tried, nowMs: number) {
  const row = await lockedShare(tx, of, shareId);
  if (row === undefined) return undo<ShareTried | null>({ kind: 'missing' });
  const mark = markOf(tried);
  if (textOrNull(row, 'last_try') === mark) return undo<ShareTried | null>(null);
  if (integer(row, 'failed') >= mostTries) return undo<ShareTried | null>({ kind: 'closed' });
  await tx.all(
    `UPDATE lock_share SET failed = failed + 1, last_try = $4, tried_at = $5
      WHERE account_id = $1 AND device_id = $2 AND id = $3`,
    [of.accountId, of.deviceId, shareId, mark, nowMs],
  );
  return keep<ShareTried | null>(null);
}

async function judge(tx: SqlTransaction, of: LockOf, shareId: string, { proof }: Tried, nowMs: number) {
  const row = await lockedShare(tx, of, shareId);
  if (row === undefined) return undo<ShareTried>({ kind: 'missing' });
  const note = (about: string) =>
    appendAudit(tx, { event: 'lock-share', actor: of.accountId, subject: shareId, about }, nowMs);
  if (text(row, 'proof') === digestOf(proof)) {
    await tx.all('UPDATE lock_share SET failed = 0 WHERE account_id = $1 AND device_id = $2 AND id = $3', [
      of.accountId,
      of.deviceId,
      shareId,
    ]);
    await note('given');
    return keep<ShareTried>({ kind: 'given', share: text(row, 'share') });
  }
  const triesLeft = Math.max(0, mostTries - integer(row, 'failed'));
  await note(triesLeft === 0 ? 'closed' : 'wrong');
  return keep<ShareTried>(triesLeft === 0 ? { kind: 'closed' } : { kind: 'wrong', triesLeft });
}

async function lockedShare(tx: SqlTransaction, of: LockOf, shareId: string): Promise<SqlRow | undefined> {
  await tx.lock(`lock ${of.accountId} ${of.deviceId}`);
  const [row] = await tx.all(
    'SELECT share, proof, failed, last_try FROM lock_share WHERE account_id = $1 AND device_id = $2 AND id = $3',
    [of.accountId, of.deviceId, shareId],
  );
  return row;
}

/** The same id with another proof is another try. */
function markOf({ id, proof }: Tried): string {
  return digestOf(`${id} ${proof}`);
}
