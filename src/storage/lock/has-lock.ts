import type { Connection } from '../connection.ts';
import { lockKey } from './lock-key.ts';

/** Whether the account has set up a lock on this phone. */
export async function hasLock(connection: Connection, accountId: string): Promise<boolean> {
  return (await connection.read((db) => db.meta.where('key').equals(lockKey(accountId)).count())) > 0;
}
