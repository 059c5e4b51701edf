import type { PayloadRead } from '#sync/ports.ts';
import type { Connection } from './connection.ts';

/** Lower-case hex SHA-256. */
export type Digest = (bytes: ArrayBuffer) => Promise<string>;
export interface Fingerprint {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * By primary key, and only what has the recorded length and digest: files vanish behind the store's back (F12),
 * and some browsers gave nothing or nulls back (F15). Never rejects.
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
  } catch {
    return { kind: 'damaged' };
  }
}

/** Also for buffers of another realm, which instanceof does not know. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}
