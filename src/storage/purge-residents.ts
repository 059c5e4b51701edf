import type { Connection } from './connection.ts';
import { removeKept } from './wallet-store.ts';

/**
 * Folders that were deleted before the moment go for good, with the papers kept in them; of every account. What the
 * office has of a resident stays in the list of applications.
 */
export async function purgeHiddenResidents(connection: Connection, beforeMs: number): Promise<void> {
  await connection.write('strict', ['residents', 'wallet', 'payloads'], async (db) => {
    const ids = await db.residents.where('hiddenAtMs').below(beforeMs).primaryKeys();
    await removeKept(db, await db.wallet.where('residentId').anyOf(ids).primaryKeys());
    await db.residents.bulkDelete(ids);
  });
}
