import type { NewDeviceOrder } from './device-store.ts';
import type { SqlTransaction } from './sql-database.ts';

/** Ends everything that lets a phone in: what it still holds opens nothing from now on. */
export async function revokeDeviceAccess(
  tx: SqlTransaction,
  { deviceId, accountId }: Pick<NewDeviceOrder, 'deviceId' | 'accountId'>,
): Promise<void> {
  // One that began after the phone's last report is known by the ticket that it asked for.
  await tx.all(
    `DELETE FROM session WHERE id IN (
      SELECT session_id FROM upload_ticket WHERE device_id = $1 AND (CAST($2 AS text) IS NULL OR account_id = CAST($2 AS text)))`,
    [deviceId, accountId],
  );
  for (const table of ['session', 'upload_ticket'] as const) {
    if (accountId === null) await tx.all(`DELETE FROM ${table} WHERE device_id = $1`, [deviceId]);
    else await tx.all(`DELETE FROM ${table} WHERE device_id = $1 AND account_id = $2`, [deviceId, accountId]);
  }
}
