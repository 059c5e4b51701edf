import { createTicketOffice } from '#api/ticket-office.ts';
import { createOfficeClient } from '#api/office-client.ts';
import { createRunner, type Runner } from '#sync/runner.ts';
import { meta } from '#storage/meta.ts';
import { readTickets } from '#storage/tickets.ts';
import { browserClock } from './browser-clock.ts';
import { browserLogger } from './browser-logger.ts';
import type { BrowserVault } from './browser-vault.ts';
import { connectionKind } from './connection-kind.ts';

/** The outbox's runner over this browser's store, clock and lock. */
export function createBrowserRunner({ vault, http }: BrowserVault): Runner {
  return createRunner({
    store: vault.outboxStore,
    office: createOfficeClient(http, browserClock.nowMs),
    byTicket: {
      read: () => readTickets(vault.inside.connection),
      office: (ticket) => createTicketOffice(http, browserClock.nowMs, ticket),
    },
    lock: vault.runLock,
    clock: browserClock,
    chance: () => Math.random(),
    log: browserLogger,
    onlyReleased: async () =>
      connectionKind() !== 'wifi' && (await vault.inside.connection.read(meta.wifiOnly)) === true,
  });
}
