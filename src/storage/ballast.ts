import type { Connection, Written } from './connection.ts';
import type { AjukanDatabase, Durability, TableName } from './database.ts';

export const ballastId = 'ballast';
const ballastBytes = 1024 * 1024;

/** 1 MB that is given up when a receipt would not fit (F7). Random, so that no disk squeezes it to nothing. */
export async function keepBallast(
  connection: Connection,
  fill: (part: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const bytes = new ArrayBuffer(ballastBytes);
  // Web Crypto fills 65,536 bytes at a time.
  for (let start = 0; start < ballastBytes; start += 65_536) fill(new Uint8Array(bytes, start, 65_536));
  await connection.write('relaxed', ['payloads'], async (db) => {
    const kept = await db.payloads.where('id').equals(ballastId).count();
    if (kept === 0) await db.payloads.put({ id: ballastId, bytes });
  });
}

/** A write that must find room also on a full phone: the reserve goes first. */
export async function writeWithReserve<T>(
  connection: Connection,
  durability: Durability,
  tables: readonly TableName[],
  work: (db: AjukanDatabase) => Promise<T>,
): Promise<Written<T>> {
  const written = await connection.write(durability, tables, work);
  if (written.done || written.reason !== 'quota' || !(await dropBallast(connection))) return written;
  return await connection.write(durability, tables, work);
}

/** Whether there was any to give up. */
async function dropBallast(connection: Connection): Promise<boolean> {
  const written = await connection.write('strict', ['payloads'], async (db) => {
    const kept = await db.payloads.where('id').equals(ballastId).count();
    await db.payloads.delete(ballastId);
    return kept > 0;
  });
  return written.done && written.value;
}
