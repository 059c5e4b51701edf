import type { Connection } from './connection.ts';
import { meta } from './meta.ts';
import { quietly } from './quietly.ts';

/** This phone, as the office counts it; null before it has a number, and where the store can't be read. */
export function readDeviceId(connection: Connection): Promise<string | null> {
  return quietly(connection, null, async (db) => (await meta.device(db))?.deviceId ?? null);
}
