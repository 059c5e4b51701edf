import type { Connection } from './connection.ts';

const ballastId = 'ballast';
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

/** Whether there was any to give up. */
export async function dropBallast(connection: Connection): Promise<boolean> {
  const written = await connection.write('strict', ['payloads'], async (db) => {
    const kept = await db.payloads.where('id').equals(ballastId).count();
    await db.payloads.delete(ballastId);
    return kept > 0;
  });
  return written.done && written.value;
}
