import type { Bytes } from '#domain/sealing/primitives.ts';
import { isRecord } from '#lib/is-record.ts';
import type { AjukanDatabase } from '../database.ts';
import { lockKey } from './lock-key.ts';

/** Under which an account's rows go at this moment. */
export interface SealingLock {
  /** '' of a lock that this release can't read: under that one nothing can be put, and nothing may lie open. */
  readonly lockId: string;
  /** Null until a release that makes one has opened the lock. */
  readonly publicKey: Bytes | null;
}

/** Null where they lie open, also while the lock is taken away. Little of the row is looked at: the worker asks, too. */
export async function sealingLock(db: AjukanDatabase, accountId: string): Promise<SealingLock | null> {
  const row: unknown = (await db.meta.get(lockKey(accountId)))?.value;
  if (row === undefined) return null;
  if (!isRecord(row) || typeof row['lockId'] !== 'string') return { lockId: '', publicKey: null };
  if (row['state'] === 'removing') return null;
  const publicKey = isRecord(row['inbox']) ? row['inbox']['publicKey'] : undefined;
  return { lockId: row['lockId'], publicKey: (publicKey as Bytes | undefined) ?? null };
}
