import type { GivenFile } from '#domain/application/given-result.ts';
import type { LockRow } from '#domain/lock/lock-row.ts';
import type { Connection } from './connection.ts';
import { sealingLock } from './lock/sealing-lock.ts';
import { meta } from './meta.ts';
import { findVisible } from './outbox-rows.ts';
import { readVerified, type Digest } from './payloads.ts';
import { isOutboxRow } from './row-guards.ts';

export type KeepEnd =
  | 'kept'
  /** The phone is full, it is not this person's, or these bytes are not as the lock of the account has them. */
  | 'not-kept';

/** What offices have given: bytes under the result's id, which the application's way names. For its owner only. */
export function createResultStore(connection: Connection, digest: Digest) {
  return {
    /**
     * Strict. What the bytes were made of has been compared with what the office said of them.
     * @param under the lock that they are sealed under; missing where they are as the office sent them
     */
    async keep(
      applicationId: string,
      { id, sha256 }: GivenFile,
      bytes: ArrayBuffer,
      under?: Pick<LockRow, 'lockId'>,
    ): Promise<KeepEnd> {
      const written = await connection.write<KeepEnd>(
        'strict',
        ['outbox', 'tracked', 'payloads', 'residents', 'meta'],
        async (db) => {
          const row: unknown = await db.outbox.get(applicationId);
          const accountId = await meta.accountId(db);
          if (accountId === null || !isOutboxRow(row) || row.ownerKey !== accountId) return 'not-kept';
          const lock = await sealingLock(db, accountId);
          if (lock?.lockId !== under?.lockId) return 'not-kept';
          // Nothing more is kept of a resident whose folder was deleted.
          if (row.residentId !== undefined && (await db.residents.get(row.residentId)) === undefined) return 'not-kept';
          const named = (await db.tracked.get(applicationId))?.timeline?.results ?? [];
          if (!named.some((one) => one.kind === 'file' && one.id === id && one.sha256 === sha256)) return 'not-kept';
          await db.payloads.put({ id, bytes, ...(lock === null ? {} : { locked: true }) });
          return 'kept';
        },
      );
      return written.done ? written.value : 'not-kept';
    },

    /** Verified; null when it is not here, sealed, damaged, or not this person's to see. */
    async read(applicationId: string, { id, sizeBytes, sha256 }: GivenFile): Promise<ArrayBuffer | null> {
      const item = await connection.read((db) => findVisible(db, applicationId)).catch(() => null);
      if (item === null) return null;
      const read = await readVerified(connection, digest, id, { sizeBytes, sha256 });
      return read.kind === 'ok' ? read.bytes : null;
    },

    /** As it lies there under a lock; null when it is not here, not sealed, or not this person's to see. */
    readSealed: (applicationId: string, { id }: GivenFile): Promise<ArrayBuffer | null> =>
      connection
        .read(async (db) => {
          if ((await findVisible(db, applicationId)) === null) return null;
          const row = await db.payloads.get(id);
          return row?.locked === true ? row.bytes : null;
        })
        .catch(() => null),
  };
}
