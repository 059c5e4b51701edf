import type { Connection } from './connection.ts';
import type { SharedFileRow } from './rows.ts';

/** More than this nobody shares in a day: another site that posts files here must not fill the phone. */
const mostWaiting = 30;

/** Strict, all or none, then read back. True only when every byte is there; a store that can't be read says false. */
export async function takeShared(connection: Connection, rows: readonly SharedFileRow[]): Promise<boolean> {
  const written = await connection.write('strict', ['sharedFiles'], async (db) => {
    if ((await db.sharedFiles.count()) + rows.length > mostWaiting) return false;
    await db.sharedFiles.bulkPut([...rows]);
    return true;
  });
  if (!written.done || !written.value) return false;
  const kept = await connection.read((db) => db.sharedFiles.bulkGet(rows.map(({ id }) => id)));
  return kept.every((row, index) => row?.bytes.byteLength === rows[index]?.bytes.byteLength);
}
