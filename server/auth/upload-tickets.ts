import { randomUUID } from 'node:crypto';
import type { StoredTicket, TicketStore } from '../stores/ticket-store.ts';
import type { AuthKeys } from './auth-keys.ts';
import type { Authenticator, KnownAccount, Principal } from './authenticator.ts';
import { isTicket, openTicket, sealTicket } from './ticket-token.ts';

/** How long a phone may send with nobody signed in. */
export const ticketLifetimeMs = 30 * 24 * 60 * 60 * 1000;
/** Applications and papers that come by one ticket between two sign-ins; a field officer's month has some hundred. */
export const mostByTicket = 2000;
const touchMs = 60 * 60 * 1000;

export interface UploadTickets {
  /** The ticket of an account and a phone: made, or prolonged and the same as before. Null: the session has just ended. */
  give(
    who: Pick<Principal, 'accountId' | 'sessionId'>,
    deviceId: string,
    label: string,
  ): Promise<{ readonly ticket: string; readonly lifetimeMs: number } | null>;
  /** False: no more comes by it until somebody has signed in on its phone. */
  spend(ticketId: string): Promise<boolean>;
  list(accountId: string): Promise<readonly StoredTicket[]>;
  /** By its id or by that of its session; false when the account has none such. */
  end(id: string, accountId: string): Promise<boolean>;
  /** All but those of a session. */
  endOthers(accountId: string, keptSessionId: string): Promise<void>;
  /** Ends the ticket that this text is; whatever else it is stays. */
  revoke(text: string): Promise<void>;
}

export interface UploadTicketsParts {
  readonly store: TicketStore;
  readonly keys: AuthKeys;
  /** Null for one that may not sign in any more. */
  readonly accountOf: (accountId: string) => Promise<KnownAccount | null>;
  nowMs(): number;
}

/** Tickets beside sessions: who comes by one is its account, and may only hand in. */
export function uploadTickets(
  { store, keys, accountOf, nowMs }: UploadTicketsParts,
  others: Authenticator,
): UploadTickets & Authenticator {
  async function byTicket(text: string): Promise<Principal | null> {
    const token = openTicket(keys, text);
    const ticket = token === null ? undefined : await store.find(token.ticketId, nowMs());
    const account = ticket === undefined ? null : await accountOf(ticket.accountId);
    if (token === null || ticket === undefined || account === null) return null;
    if (nowMs() - ticket.lastSeenAtMs >= touchMs) await store.touch(ticket.id, nowMs());
    return { ...account, sessionId: ticket.id, via: 'ticket', ticket: { deviceId: ticket.deviceId, only: token.only } };
  }

  return {
    authenticate: (request) => {
      const text = /^bearer (\S+)$/i.exec(request.headers.get('authorization')?.trim() ?? '')?.[1] ?? '';
      return isTicket(text) ? byTicket(text) : others.authenticate(request);
    },
    give: async ({ accountId, sessionId }, deviceId, label) => {
      const expiresAtMs = nowMs() + ticketLifetimeMs;
      const put = await store.put({ id: randomUUID(), accountId, deviceId, sessionId, label, expiresAtMs }, nowMs());
      return put === undefined ? null : { ticket: sealTicket(keys, put.id), lifetimeMs: ticketLifetimeMs };
    },
    spend: (ticketId) => store.spend(ticketId, mostByTicket),
    list: (accountId) => store.list(accountId, nowMs()),
    end: (id, accountId) => store.remove(id, accountId),
    endOthers: (accountId, keptSessionId) => store.removeOthers(accountId, keptSessionId),
    revoke: async (text) => {
      const token = openTicket(keys, text);
      // What a courier holds ends nothing.
      const ticket = token?.only === null ? await store.find(token.ticketId, nowMs()) : undefined;
      if (ticket !== undefined) await store.remove(ticket.id, ticket.accountId);
    },
  };
}
