import type { GivenFile } from '#domain/application/given-result.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { lockKey } from './lock/lock-key.ts';
import { meta } from './meta.ts';
import { findVisible } from './outbox-rows.ts';
import { readVerified, type Digest } from './payloads.ts';
import { isOutboxRow } from './row-guards.ts';

export type KeepEnd =
  | 'kept'
  /** The account has a lock, under which this is not sealed: it is not kept. */
  | 'locked'
  /** The phone is full, or it is not this person's. */
  | 'not-kept';

/** What offices have given: bytes under the result's id, which the application's way names. For its owner only. */
export function createResultStore(connection: Connection, digest: Digest) {
  return {
    /** Strict. The bytes have been compared with what the office said of them. */
    async keep(applicationId: string, { id, sha256 }: GivenFile, bytes: ArrayBuffer): Promise<KeepEnd> {
      const written = await connection.write<KeepEnd>(
        'strict',
        ['outbox', 'tracked', 'payloads', 'meta'],
        async (db) => {
          const row: unknown = await db.outbox.get(applicationId);
          const accountId = await meta.accountId(db);
          if (accountId === null || !isOutboxRow(row) || row.ownerKey !== accountId) return 'not-kept';
          if ((await db.meta.get(lockKey(accountId))) !== undefined) return 'locked';
          const named = (await db.tracked.get(applicationId))?.timeline?.results ?? [];
          if (!named.some((one) => one.kind === 'file' && one.id === id && one.sha256 === sha256)) return 'not-kept';
          await db.payloads.put({ id, bytes });
          return 'kept';
        },
      );
      return written.done ? written.value : 'not-kept';
    },

    /** Verified; null when it is not here, damaged, or not this person's to see. */
    async read(applicationId: string, { id, sizeBytes, sha256 }: GivenFile): Promise<ArrayBuffer | null> {
      const item = await connection.read((db) => findVisible(db, applicationId)).catch(() => null);
      if (item === null) return null;
      const read = await readVerified(connection, digest, id, { sizeBytes, sha256 });
      return read.kind === 'ok' ? read.bytes : null;
    },
  };
}

/** Ids of the bytes that belong to these applications. */
export async function resultIdsOf(db: AjukanDatabase, applicationIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.tracked.bulkGet([...applicationIds]);
  return rows.flatMap((row) => (row?.timeline?.results ?? []).map(({ id }) => id));
}
