import type { HttpClient } from '#api/http-client.ts';
import { askUploadTicket, revokeUploadTicket } from '#api/upload-ticket.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createUploadTickets, type UploadTickets } from '#services/upload-ticket.ts';
import { createTicketStore } from '#storage/ticket-store.ts';
import type { Vault } from '#storage/vault.ts';

let opened: UploadTickets | undefined;

/** One for the page, so that the office is asked once. */
export function openUploadTickets({ inside }: Pick<Vault, 'inside'>, http: HttpClient): UploadTickets {
  opened ??= createUploadTickets({
    store: createTicketStore(inside.connection),
    ask: (deviceId) => askUploadTicket(http, deviceId),
    revoke: (ticket) => revokeUploadTicket(http, ticket),
    nowMs: browserClock.nowMs,
  });
  return opened;
}
