import type { PushStore, PushSubscriptionRow } from './push-store.ts';
import { keep, type SqlDatabase, type SqlRow, undo } from './sql-database.ts';
import { text } from './sql-row.ts';

const columns = 'id, account_id, session_id, endpoint, p256dh, auth, server_key';
/** Browsers of one account that are woken. */
const mostPerAccount = 20;

export function sqlPushStore(database: SqlDatabase): PushStore {
  return {
    put: (subscription, nowMs) =>
      database.write(async (tx) => {
        const { id, accountId, sessionId, endpoint, p256dh, auth, serverKey } = subscription;
        await tx.lock(`push ${accountId}`);
        const [row] = await tx.all(`SELECT ${columns} FROM push_subscription WHERE id = $1`, [id]);
        if (row !== undefined && text(row, 'account_id') !== accountId) return undo('foreign' as const);
        // Held until the end: a sign-out waits, or has been.
        const sessions = await tx.all(
          'UPDATE session SET account_id = account_id WHERE id = $1 AND account_id = $2 RETURNING id',
          [sessionId, accountId],
        );
        if (sessions.length === 0) return undo('ended' as const);
        await tx.all('DELETE FROM push_subscription WHERE id = $1 OR endpoint = $2', [id, endpoint]);
        await tx.all(`INSERT INTO push_subscription (${columns}, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, [
          id,
          accountId,
          sessionId,
          endpoint,
          p256dh,
          auth,
          serverKey,
          nowMs,
        ]);
        await tx.all(
          `DELETE FROM push_subscription WHERE account_id = $1 AND id <> $2 AND id NOT IN
            (SELECT id FROM push_subscription WHERE account_id = $1 ORDER BY created_at DESC, id LIMIT ${mostPerAccount})`,
          [accountId, id],
        );
        return keep(row === undefined ? ('created' as const) : ('kept' as const));
      }),
    find: async (id, nowMs) => {
      const [row] = await database.all(
        `SELECT ${columns} FROM push_subscription p WHERE id = $1
          AND EXISTS (SELECT 1 FROM session s WHERE s.id = p.session_id AND s.expires_at > $2)`,
        [id, nowMs],
      );
      return row === undefined ? undefined : subscriptionOf(row);
    },
    remove: (id, accountId) =>
      database.write(async (tx) =>
        keep(
          (
            await tx.all('DELETE FROM push_subscription WHERE id = $1 AND account_id = $2 RETURNING id', [
              id,
              accountId,
            ])
          ).length > 0,
        ),
      ),
  };
}

function subscriptionOf(row: SqlRow): PushSubscriptionRow {
  return {
    id: text(row, 'id'),
    accountId: text(row, 'account_id'),
    sessionId: text(row, 'session_id'),
    endpoint: text(row, 'endpoint'),
    p256dh: text(row, 'p256dh'),
    auth: text(row, 'auth'),
    serverKey: text(row, 'server_key'),
  };
}
