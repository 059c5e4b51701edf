/** Each check of level ticket notices a backend that gets its promise wrong: the reference one, spoilt in one place. */
import type { AppPorts } from '#server/app-ports.ts';
import type { Principal } from '#server/auth/authenticator.ts';
import { uploadTicketChecks } from './checks/upload-ticket.ts';
import { type Fault, proveChecks } from './prove-checks.ts';

/** Who comes by a ticket becomes somebody else. */
const seenAs =
  (change: (principal: Principal) => Principal | null) =>
  (ports: AppPorts): AppPorts => ({
    ...ports,
    authenticator: {
      async authenticate(request) {
        const principal = await ports.authenticator.authenticate(request);
        return principal?.via === 'ticket' ? change(principal) : principal;
      },
    },
  });

const faults: readonly Fault[] = [
  {
    what: 'takes a ticket for a session',
    spoil: seenAs(({ ticket: _scope, ...principal }) => ({ ...principal, via: 'bearer' })),
    caughtBy: ['ticket-reads-nothing', 'ticket-of-one-owner'],
  },
  {
    what: 'forgets whose a ticket is',
    spoil: seenAs((principal) => ({ ...principal, accountId: 'somebody' })),
    caughtBy: ['ticket-hands-in'],
  },
  {
    what: 'lets a ticket live on',
    spoil: (ports) => ({ ...ports, tickets: { ...ports.tickets, revoke: () => Promise.resolve() } }),
    caughtBy: ['ticket-ends'],
  },
];

proveChecks(uploadTicketChecks, faults);
