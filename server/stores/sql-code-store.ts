import type { CodeStore, CodesSince, NewCode, StoredCode } from './code-store.ts';
import { keep, type SqlDatabase, type SqlReader, type SqlRow, undo } from './sql-database.ts';
import { integer, integerOrNull, text, textOrNull } from './sql-row.ts';

export function sqlCodeStore(database: SqlDatabase): CodeStore {
  return {
    issue: (code, sinceMs, judge, nowMs) =>
      database.write(async (tx) => {
        await tx.lock('one-time codes');
        const refusal = judge(await codesSince(tx, code, sinceMs));
        if (refusal !== null) return undo(refusal);
        await tx.all('DELETE FROM one_time_code WHERE created_at <= $1', [sinceMs]);
        await tx.all(
          `INSERT INTO one_time_code (id, number_mac, address_mac, device_mac, code_mac, created_at, expires_at, tries)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 0)`,
          [code.id, code.numberMac, code.addressMac, code.deviceMac, code.codeMac, nowMs, code.expiresAtMs],
        );
        return keep(null);
      }),
    guess: (id, judge, sessionId, nowMs) =>
      database.write(async (tx) => {
        await tx.lock(`code ${id}`);
        const [row] = await tx.all(
          'SELECT number_mac, code_mac, expires_at, tries, used_at, session_id FROM one_time_code WHERE id = $1',
          [id],
        );
        if (row === undefined) return undo({ verdict: 'expired', sessionId } as const);
        const code = codeOf(row);
        const verdict = judge(code);
        if (verdict === 'wrong') await tx.all('UPDATE one_time_code SET tries = tries + 1 WHERE id = $1', [id]);
        if (verdict === 'right')
          await tx.all('UPDATE one_time_code SET used_at = $2, session_id = $3 WHERE id = $1', [id, nowMs, sessionId]);
        return keep({ verdict, sessionId: code.sessionId ?? sessionId });
      }),
  };
}

async function codesSince(tx: SqlReader, code: NewCode, sinceMs: number): Promise<CodesSince> {
  const momentsOf = async (column: 'number_mac' | 'address_mac' | 'device_mac', value: string) => {
    const rows = await tx.all(
      `SELECT created_at FROM one_time_code WHERE ${column} = $1 AND created_at > $2 ORDER BY created_at`,
      [value, sinceMs],
    );
    return rows.map((row) => integer(row, 'created_at'));
  };
  const [sum] = await tx.all(
    'SELECT count(*) AS total, min(created_at) AS oldest FROM one_time_code WHERE created_at > $1',
    [sinceMs],
  );
  return {
    number: await momentsOf('number_mac', code.numberMac),
    address: await momentsOf('address_mac', code.addressMac),
    device: await momentsOf('device_mac', code.deviceMac),
    total: sum === undefined ? 0 : integer(sum, 'total'),
    oldestMs: sum === undefined ? null : integerOrNull(sum, 'oldest'),
  };
}

function codeOf(row: SqlRow): StoredCode {
  return {
    numberMac: text(row, 'number_mac'),
    codeMac: text(row, 'code_mac'),
    expiresAtMs: integer(row, 'expires_at'),
    tries: integer(row, 'tries'),
    usedAtMs: integerOrNull(row, 'used_at'),
    sessionId: textOrNull(row, 'session_id'),
  };
}
