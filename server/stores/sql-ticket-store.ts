import { keep, type SqlDatabase, type SqlRow, type SqlValue, undo } from './sql-database.ts';
import { integer, text } from './sql-row.ts';
import type { StoredTicket, TicketStore } from './ticket-store.ts';

const columns = 'id, account_id, device_id, session_id, label, renewed_at, last_seen_at, expires_at';
/** Phones of one account that may send with nobody signed in. */
const mostPerAccount = 20;

export function sqlTicketStore(database: SqlDatabase): TicketStore {
  const change = (sql: string, params: readonly SqlValue[]) =>
    database.write(async (tx) => keep(await tx.all(sql, params)));

  return {
    put: ({ id, accountId, deviceId, sessionId, label, expiresAtMs }, nowMs) =>
      database.write(async (tx) => {
        await tx.lock(`tickets ${accountId}`);
        // Written to, and so held: a sign-out from elsewhere waits for this ticket, or this one finds no session any more.
        // The phone is the session's once it has reported, also before it does so again.
        const [session] = await tx.all(
          `UPDATE session SET device_id = coalesce((SELECT r.device_id FROM device_report r
              WHERE r.device_id = $3 AND r.account_id = $2), device_id)
            WHERE id = $1 AND account_id = $2 RETURNING id`,
          [sessionId, accountId, deviceId],
        );
        if (session === undefined) return undo<StoredTicket | undefined>(undefined);
        // What has ended tells where somebody was.
        await tx.all('DELETE FROM upload_ticket WHERE expires_at <= $1', [nowMs]);
        const [row] = await tx.all(
          `INSERT INTO upload_ticket (${columns}, taken) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, 0)
            ON CONFLICT (account_id, device_id) DO UPDATE SET session_id = excluded.session_id, label = excluded.label,
              renewed_at = excluded.renewed_at, expires_at = excluded.expires_at, taken = 0
            RETURNING ${columns}`,
          [id, accountId, deviceId, sessionId, label, nowMs, expiresAtMs],
        );
        if (row === undefined) throw new Error('A ticket that was put is not there');
        await tx.all(
          `DELETE FROM upload_ticket WHERE account_id = $1 AND id NOT IN
            (SELECT id FROM upload_ticket WHERE account_id = $1 ORDER BY renewed_at DESC, id LIMIT ${mostPerAccount})`,
          [accountId],
        );
        return keep<StoredTicket | undefined>(ticketOf(row));
      }),
    find: async (id, nowMs) => {
      const sql = `SELECT ${columns} FROM upload_ticket WHERE id = $1 AND expires_at > $2`;
      const [row] = await database.all(sql, [id, nowMs]);
      return row === undefined ? undefined : ticketOf(row);
    },
    touch: async (id, nowMs) => {
      await change('UPDATE upload_ticket SET last_seen_at = $2 WHERE id = $1', [id, nowMs]);
    },
    spend: async (id, most) =>
      (await change('UPDATE upload_ticket SET taken = taken + 1 WHERE id = $1 AND taken < $2 RETURNING id', [id, most]))
        .length > 0,
    list: async (accountId, nowMs) => {
      const rows = await database.all(
        `SELECT ${columns} FROM upload_ticket WHERE account_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id`,
        [accountId, nowMs],
      );
      return rows.map(ticketOf);
    },
    remove: async (id, accountId) =>
      (
        await change('DELETE FROM upload_ticket WHERE account_id = $2 AND (id = $1 OR session_id = $1) RETURNING id', [
          id,
          accountId,
        ])
      ).length > 0,
    removeOthers: async (accountId, keptSessionId) => {
      await change('DELETE FROM upload_ticket WHERE account_id = $1 AND session_id <> $2', [accountId, keptSessionId]);
    },
  };
}

function ticketOf(row: SqlRow): StoredTicket {
  return {
    id: text(row, 'id'),
    accountId: text(row, 'account_id'),
    deviceId: text(row, 'device_id'),
    sessionId: text(row, 'session_id'),
    label: text(row, 'label'),
    renewedAtMs: integer(row, 'renewed_at'),
    lastSeenAtMs: integer(row, 'last_seen_at'),
    expiresAtMs: integer(row, 'expires_at'),
  };
}
