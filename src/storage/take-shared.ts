import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';
import { ownerKeyOf, type SharedFileRow } from './rows.ts';

/** More than this nobody shares in a day: another site that posts files here must not fill the phone. */
const mostWaiting = 30;
const mostWaitingBytes = 60_000_000;

/**
 * Strict, all or none, then read back; for whoever is signed in. True only when every byte is there; a store that can't
 * be read says false.
 */
export async function takeShared(
  connection: Connection,
  files: readonly Omit<SharedFileRow, 'ownerKey'>[],
): Promise<boolean> {
  const written = await connection.write('strict', ['sharedFiles', 'meta'], async (db) => {
    const kept = await waiting(db);
    const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, kept.bytes);
    if (kept.count + files.length > mostWaiting || bytes > mostWaitingBytes) return false;
    const ownerKey = ownerKeyOf(await meta.accountId(db));
    await db.sharedFiles.bulkPut(files.map((file) => ({ ...file, ownerKey })));
    return true;
  });
  if (!written.done || !written.value) return false;
  for (const { id, bytes } of files) {
    const row = await connection.read((db) => db.sharedFiles.get(id));
    if (row?.bytes.byteLength !== bytes.byteLength) return false;
  }
  return true;
}

async function waiting(db: AjukanDatabase): Promise<{ readonly count: number; readonly bytes: number }> {
  let count = 0;
  let bytes = 0;
  // One after the other: together they may be more than a small phone holds.
  await db.sharedFiles.each((row) => {
    count += 1;
    bytes += row.bytes.byteLength;
  });
  return { count, bytes };
}
