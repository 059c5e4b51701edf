import { isRecord } from '#lib/is-record.ts';
import type { Connection } from './connection.ts';
import { meta } from './meta.ts';
import { quietly } from './quietly.ts';
import { ticketKey } from './tickets.ts';

export interface HeldTicket {
  readonly ticket: string;
  /** The phone's id that it was asked for. */
  readonly deviceId: string;
  readonly renewedAtMs: number;
}

/** The upload tickets of the people who have signed in here: in clear, as all that they can do is add what is sealed. */
export function createTicketStore(connection: Connection) {
  return {
    /** Of whoever uses the phone; null: nobody has signed in, or nothing was made here yet. */
    read: () =>
      quietly(connection, null, async (db) => {
        const [accountId, device] = [await meta.accountId(db), await meta.device(db)];
        if (accountId === null || device === undefined) return null;
        const row: unknown = (await db.meta.get(ticketKey(accountId)))?.value;
        return { accountId, deviceId: device.deviceId, held: isHeld(row) ? row : null };
      }),
    async keep(ownerId: string, held: HeldTicket): Promise<void> {
      await connection.write('strict', ['meta'], (db) => db.meta.put({ key: ticketKey(ownerId), value: held }));
    },
    async forget(ownerId: string): Promise<void> {
      await connection.write('strict', ['meta'], (db) => db.meta.delete(ticketKey(ownerId)));
    },
  };
}

function isHeld(value: unknown): value is HeldTicket {
  if (!isRecord(value)) return false;
  const { ticket, deviceId, renewedAtMs } = value;
  return typeof ticket === 'string' && typeof deviceId === 'string' && typeof renewedAtMs === 'number';
}
