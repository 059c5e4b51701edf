import type { NewDeviceOrder } from './device-store.ts';
import type { SqlTransaction } from './sql-database.ts';

/** Ends everything that lets a phone in: what it still holds opens nothing from now on. */
export async function revokeDeviceAccess(
  tx: SqlTransaction,
  { deviceId, accountId }: Pick<NewDeviceOrder, 'deviceId' | 'accountId'>,
): Promise<void> {
  for (const table of ['session', 'upload_ticket'] as const) {
    if (accountId === null) await tx.all(`DELETE FROM ${table} WHERE device_id = $1`, [deviceId]);
    else await tx.all(`DELETE FROM ${table} WHERE device_id = $1 AND account_id = $2`, [deviceId, accountId]);
  }
}
