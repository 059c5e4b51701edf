import { isLockRow } from '#domain/lock/lock-row.ts';
import type { AjukanDatabase } from '../database.ts';
import { lockKey } from './lock-key.ts';

/**
 * The lock under which an account's rows go at this moment; null where they lie open, also while the lock is taken away.
 * '' of a lock that this release can't read: under that one nothing can be put, and nothing may lie open.
 */
export async function sealingLockId(db: AjukanDatabase, accountId: string): Promise<string | null> {
  const value = (await db.meta.get(lockKey(accountId)))?.value;
  if (value === undefined) return null;
  if (!isLockRow(value)) return '';
  return value.state === 'on' ? value.lockId : null;
}
