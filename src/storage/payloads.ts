import type { PayloadRead } from '#sync/ports.ts';
import type { Connection } from './connection.ts';
import { errorNames } from './trouble.ts';

/** Lower-case hex SHA-256. */
export type Digest = (bytes: ArrayBuffer) => Promise<string>;
export interface Fingerprint {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * By primary key, and only what has the recorded length and digest: files vanish behind the store's back (F12),
 * and some browsers gave nothing or nulls back (F15). A store that gives no answer says nothing about the bytes. Never
 * rejects.
 */
export async function readVerified(
  connection: Connection,
  digest: Digest,
  id: string,
  expected: Fingerprint,
): Promise<PayloadRead> {
  try {
    const row = await connection.read((db) => db.payloads.get(id));
    const bytes: unknown = row?.bytes;
    if (!isArrayBuffer(bytes) || bytes.byteLength !== expected.sizeBytes) return { kind: 'damaged' };
    return (await digest(bytes)) === expected.sha256 ? { kind: 'ok', bytes } : { kind: 'damaged' };
  } catch (error) {
    // The row is there and the file that the browser kept its bytes in is not (W10).
    return { kind: errorNames(error).includes('NotReadableError') ? 'damaged' : 'unreadable' };
  }
}

/** Also for buffers of another realm, which instanceof does not know. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}
