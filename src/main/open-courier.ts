import { carryToken } from '#api/carry-token.ts';
import { createCourierMenu, type CourierMenu, type CourierPorts } from '#services/courier-menu.ts';
import { createCarriedStore } from '#storage/carried-store.ts';
import { createTicketStore } from '#storage/ticket-store.ts';
import type { Vault } from '#storage/vault.ts';

/** Put together when somebody gives something to another phone, or carries it. */
export function openCourier({ inside }: Vault, exportEntry: CourierPorts['exportEntry']): CourierMenu {
  const { connection, tripwire } = inside;
  return createCourierMenu({
    readTicket: () => createTicketStore(connection).read(),
    carryToken,
    exportEntry,
    store: createCarriedStore(connection, tripwire),
    nowMs: Date.now,
  });
}
