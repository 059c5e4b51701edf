import type { GivenFile } from '#domain/application/given-result.ts';
import { lockPayload, openPayload } from '#domain/lock/locked-rows.ts';
import type { RowKey } from '#domain/lock/row-key.ts';
import type { Digest } from '../ports.ts';
import type { ResultStore } from '../results-menu.ts';

/** What offices have given, behind a lock. What was kept before there was one is read as it lies there. */
export function lockedResults(plain: ResultStore, key: RowKey, digest: Digest, seals: boolean): ResultStore {
  return {
    ...plain,
    async read(applicationId, file) {
      const sealed = await plain.readSealed(applicationId, file);
      if (sealed === null) return plain.read(applicationId, file);
      return (await openResult(key, digest, file, sealed)) ?? null;
    },
    keep: async (applicationId, file, bytes) =>
      seals
        ? plain.keep(applicationId, file, await lockPayload(key, file.id, bytes), key)
        : plain.keep(applicationId, file, bytes),
  };
}

/** Undefined when no key opens it, or when it is not what the office says now. */
export async function openResult(
  key: RowKey,
  digest: Digest,
  file: Pick<GivenFile, 'id' | 'sizeBytes' | 'sha256'>,
  sealed: ArrayBuffer,
): Promise<ArrayBuffer | undefined> {
  const bytes = await openPayload(key, file.id, sealed);
  return bytes !== undefined && (await isGiven(digest, file, bytes)) ? bytes : undefined;
}

/** Whether these are the bytes that the office has named. */
export async function isGiven(
  digest: Digest,
  { sizeBytes, sha256 }: Pick<GivenFile, 'sizeBytes' | 'sha256'>,
  bytes: ArrayBuffer,
): Promise<boolean> {
  return bytes.byteLength === sizeBytes && (await digest(bytes)) === sha256;
}
