import { isRecord } from '#lib/is-record.ts';
import type { Connection } from './connection.ts';
import { quietly } from './quietly.ts';

/** That this browser is woken, under which id at the office, and what it then says: the worker has no words of its own. */
export interface PushRow {
  /** UUIDv7, minted here. */
  readonly id: string;
  readonly ownerId: string;
  /** The office's public key that the subscription was made for. */
  readonly serverKey: string;
  /** The sentence of a notification, in the person's language. */
  readonly says: string;
  readonly renewedAtMs: number;
}

export const pushKey = 'push';

export function readPushRow(connection: Connection): Promise<PushRow | null> {
  return quietly(connection, null, async (db) => {
    const value = (await db.meta.get(pushKey))?.value;
    return isPushRow(value) ? value : null;
  });
}

/** Whether one is there at all; a look for every start. */
export function isPushKept(connection: Connection): Promise<boolean> {
  return quietly(connection, false, async (db) => (await db.meta.where('key').equals(pushKey).count()) > 0);
}

/** @returns whether it is stored. @param row null takes it away */
export async function keepPushRow(connection: Connection, row: PushRow | null): Promise<boolean> {
  const written = await connection.write('relaxed', ['meta'], async (db) => {
    if (row === null) await db.meta.delete(pushKey);
    else await db.meta.put({ key: pushKey, value: row });
  });
  return written.done;
}

function isPushRow(value: unknown): value is PushRow {
  return (
    isRecord(value) &&
    ['id', 'ownerId', 'serverKey', 'says'].every((name) => typeof value[name] === 'string') &&
    typeof value['renewedAtMs'] === 'number'
  );
}
