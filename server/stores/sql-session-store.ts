import type { SessionStore, StoredSession } from './session-store.ts';
import { keep, type SqlDatabase, type SqlRow, type SqlValue } from './sql-database.ts';
import { integer, integerOrNull, text, textOrNull } from './sql-row.ts';

const columns =
  'id, account_id, device, generation, generation_at, settled_at, created_at, last_seen_at, expires_at, device_id';

export function sqlSessionStore(database: SqlDatabase): SessionStore {
  const change = (sql: string, params: readonly SqlValue[]) =>
    database.write(async (tx) => keep(await tx.all(sql, params)));

  return {
    add: async ({ id, accountId, device, expiresAtMs }, nowMs) => {
      await change(
        `INSERT INTO session (${columns}) VALUES ($1, $2, $3, 0, $4, NULL, $4, $4, $5, NULL) ON CONFLICT (id) DO NOTHING`,
        [id, accountId, device, nowMs, expiresAtMs],
      );
    },
    find: async (id, nowMs) => {
      const [row] = await database.all(`SELECT ${columns} FROM session WHERE id = $1 AND expires_at > $2`, [id, nowMs]);
      return row === undefined ? undefined : sessionOf(row);
    },
    touch: async (id, lastSeenAtMs, expiresAtMs) => {
      await change('UPDATE session SET last_seen_at = $2, expires_at = $3 WHERE id = $1', [
        id,
        lastSeenAtMs,
        expiresAtMs,
      ]);
    },
    advance: async (id, fromGeneration, nowMs) => {
      await change(
        `UPDATE session SET generation = generation + 1, generation_at = $3, settled_at = NULL
         WHERE id = $1 AND generation = $2`,
        [id, fromGeneration, nowMs],
      );
    },
    settle: async (id, generation, nowMs) => {
      await change('UPDATE session SET settled_at = $3 WHERE id = $1 AND generation = $2 AND settled_at IS NULL', [
        id,
        generation,
        nowMs,
      ]);
    },
    list: async (accountId, nowMs) => {
      const rows = await database.all(
        `SELECT ${columns} FROM session WHERE account_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id LIMIT 100`,
        [accountId, nowMs],
      );
      return rows.map(sessionOf);
    },
    remove: async (id, accountId) =>
      (await change('DELETE FROM session WHERE id = $1 AND account_id = $2 RETURNING id', [id, accountId])).length > 0,
    removeOthers: async (accountId, keptId) => {
      await change('DELETE FROM session WHERE account_id = $1 AND id <> $2', [accountId, keptId]);
    },
    removeExpired: async (nowMs) => {
      await change('DELETE FROM session WHERE expires_at <= $1', [nowMs]);
    },
  };
}

function sessionOf(row: SqlRow): StoredSession {
  return {
    id: text(row, 'id'),
    accountId: text(row, 'account_id'),
    device: text(row, 'device'),
    deviceId: textOrNull(row, 'device_id'),
    generation: integer(row, 'generation'),
    generationAtMs: integer(row, 'generation_at'),
    settledAtMs: integerOrNull(row, 'settled_at'),
    createdAtMs: integer(row, 'created_at'),
    lastSeenAtMs: integer(row, 'last_seen_at'),
    expiresAtMs: integer(row, 'expires_at'),
  };
}
