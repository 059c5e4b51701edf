import type { Connection } from './connection.ts';
import { resultIdsOf } from './result-files.ts';
import { removeKept } from './wallet-store.ts';

/**
 * Folders that were deleted before the moment go for good, with the papers kept in them and the documents that offices
 * gave for them; of every account. That there was an application stays in the list.
 */
export async function purgeHiddenResidents(connection: Connection, beforeMs: number): Promise<void> {
  await connection.write('strict', ['residents', 'wallet', 'outbox', 'tracked', 'payloads'], async (db) => {
    const ids = await db.residents.where('hiddenAtMs').below(beforeMs).primaryKeys();
    await removeKept(db, await db.wallet.where('residentId').anyOf(ids).primaryKeys());
    const sent = await db.outbox.where('residentId').anyOf(ids).primaryKeys();
    await db.payloads.bulkDelete([...(await resultIdsOf(db, sent))]);
    await db.residents.bulkDelete(ids);
  });
}
