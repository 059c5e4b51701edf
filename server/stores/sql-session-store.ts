import type { SessionStore } from './session-store.ts';
import { keep, type SqlDatabase } from './sql-database.ts';
import { integer, text } from './sql-row.ts';

export function sqlSessionStore(database: SqlDatabase): SessionStore {
  return {
    add: ({ id, tokenHash, accountId, expiresAtMs }, nowMs) =>
      database.write(async (tx) => {
        await tx.all(
          'INSERT INTO session (id, token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
          [id, tokenHash, accountId, nowMs, expiresAtMs],
        );
        return keep(undefined);
      }),
    findByTokenHash: async (tokenHash, nowMs) => {
      const [row] = await database.all(
        'SELECT id, account_id, expires_at FROM session WHERE token_hash = $1 AND expires_at > $2',
        [tokenHash, nowMs],
      );
      if (row === undefined) return undefined;
      return { id: text(row, 'id'), accountId: text(row, 'account_id'), expiresAtMs: integer(row, 'expires_at') };
    },
    remove: (id, accountId) =>
      database.write(async (tx) => {
        const removed = await tx.all('DELETE FROM session WHERE id = $1 AND account_id = $2 RETURNING id', [
          id,
          accountId,
        ]);
        return keep(removed.length > 0);
      }),
    removeExpired: (nowMs) =>
      database.write(async (tx) => {
        await tx.all('DELETE FROM session WHERE expires_at <= $1', [nowMs]);
        return keep(undefined);
      }),
  };
}
