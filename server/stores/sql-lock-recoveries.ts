import type { LockOf, LockRecovery, LockStore, NewRecovery, RecoveryAsked } from './lock-store.ts';
import { appendAudit } from './sql-audit-log.ts';
import { keep, type SqlDatabase, type SqlReader, type SqlRow, type SqlTransaction, undo } from './sql-database.ts';
import { integer, integerOrNull, text, textOrNull } from './sql-row.ts';

const mostRecoveries = 20;
const columns = 'account_id, device_id, id, lock_id, wrap, answer_to, asked_at, answer, refused_at';

type RecoveryStore = Pick<
  LockStore,
  'askRecovery' | 'readRecovery' | 'removeRecovery' | 'listRecoveries' | 'answerRecovery'
>;

/** Requests to open a lock with the recovery key; the server carries them and can read none. */
export function recoveryStore(database: SqlDatabase): RecoveryStore {
  return {
    askRecovery: (asked, nowMs) => database.write((tx) => ask(tx, asked, nowMs)),
    readRecovery: async (of, id) => (await recoveriesOf(database, of)).find((one) => one.id === id),
    removeRecovery: (of, id, nowMs) =>
      database.write(async (tx) => {
        const gone = await tx.all(
          'DELETE FROM lock_recovery WHERE account_id = $1 AND device_id = $2 AND id = $3 RETURNING id',
          [of.accountId, of.deviceId, id],
        );
        if (gone.length > 0) await note(tx, of.accountId, id, 'ended', nowMs);
        return keep(undefined);
      }),
    listRecoveries: async () =>
      (await database.all(`SELECT ${columns} FROM lock_recovery ORDER BY asked_at, id`)).map(recoveryOf),
    answerRecovery: (id, answer, nowMs) =>
      database.write(async (tx) => {
        const rows = await tx.all(
          `UPDATE lock_recovery SET answer = $2, refused_at = $3
            WHERE id = $1 AND answer IS NULL AND refused_at IS NULL RETURNING id`,
          [id, answer, answer === null ? nowMs : null],
        );
        if (rows.length > 0) await note(tx, null, id, answer === null ? 'refused' : 'answered', nowMs);
        return keep(rows.length > 0);
      }),
  };
}

async function ask(tx: SqlTransaction, asked: NewRecovery, nowMs: number) {
  const { accountId, deviceId, id, lockId, wrap, answerTo } = asked;
  await tx.lock(`lock ${accountId} ${deviceId}`);
  const all = await recoveriesOf(tx, asked);
  const made = all.find((one) => one.id === id);
  if (made !== undefined) {
    const isSame = made.lockId === lockId && made.wrap === wrap && made.answerTo === answerTo;
    return undo<RecoveryAsked>(isSame ? { kind: 'replayed', recovery: made } : { kind: 'other-content' });
  }
  if (all.length >= mostRecoveries) return undo<RecoveryAsked>({ kind: 'too-many' });
  await tx.all(`INSERT INTO lock_recovery (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL)`, [
    accountId,
    deviceId,
    id,
    lockId,
    wrap,
    answerTo,
    nowMs,
  ]);
  await note(tx, accountId, id, 'asked', nowMs);
  return keep<RecoveryAsked>({
    kind: 'created',
    recovery: { ...asked, askedAtMs: nowMs, answer: null, refusedAtMs: null },
  });
}

function note(tx: SqlTransaction, actor: string | null, subject: string, about: string, nowMs: number): Promise<void> {
  return appendAudit(tx, { event: 'lock-recovery', actor, subject, about }, nowMs);
}

async function recoveriesOf(reader: SqlReader, { accountId, deviceId }: LockOf): Promise<readonly LockRecovery[]> {
  const rows = await reader.all(`SELECT ${columns} FROM lock_recovery WHERE account_id = $1 AND device_id = $2`, [
    accountId,
    deviceId,
  ]);
  return rows.map(recoveryOf);
}

function recoveryOf(row: SqlRow): LockRecovery {
  return {
    accountId: text(row, 'account_id'),
    deviceId: text(row, 'device_id'),
    id: text(row, 'id'),
    lockId: text(row, 'lock_id'),
    wrap: text(row, 'wrap'),
    answerTo: text(row, 'answer_to'),
    askedAtMs: integer(row, 'asked_at'),
    answer: textOrNull(row, 'answer'),
    refusedAtMs: integerOrNull(row, 'refused_at'),
  };
}
