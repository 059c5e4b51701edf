import { isRecord } from '#lib/is-record.ts';
import type { SendTicket } from '#sync/ports.ts';
import type { Connection } from './connection.ts';

/** Of an owner; also under a name of its own for each application that this phone carries for another one. */
export const ticketKey = (ownerId: string): string => `ticket/${ownerId}`;

/** Every owner's, on this phone. Rejects when the store gives no answer. */
export function readTickets(connection: Connection): Promise<readonly SendTicket[]> {
  return connection.read(async (db) => {
    const rows = await db.meta.where('key').startsWith(ticketKey('')).toArray();
    return rows.flatMap(({ key, value }) => {
      if (!isRecord(value)) return [];
      const { ticket, deviceId } = value;
      return typeof ticket === 'string' && typeof deviceId === 'string'
        ? [{ ownerId: key.slice(ticketKey('').length), ticket, deviceId }]
        : [];
    });
  });
}
