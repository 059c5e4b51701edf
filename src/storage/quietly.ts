import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';

/** For reads whose port has no word for trouble: nothing is what a store that can't be read has to show. */
export async function quietly<T>(
  connection: Connection,
  nothing: T,
  ask: (db: AjukanDatabase) => Promise<T>,
): Promise<T> {
  try {
    return await connection.read(ask);
  } catch {
    return nothing;
  }
}
