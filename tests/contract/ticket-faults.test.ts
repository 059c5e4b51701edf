/** Each check of level ticket notices a backend that gets its promise wrong: the reference one, spoilt in one place. */
import { describe, expect, test } from 'vitest';
import type { AppPorts } from '#server/app-ports.ts';
import type { Principal } from '#server/auth/authenticator.ts';
import { levels } from './check.ts';
import { uploadTicketChecks } from './checks/upload-ticket.ts';
import { loadOpenApiDocument } from './openapi-document.ts';
import { runSuite } from './run-suite.ts';
import { startReferenceBackend } from './start-reference-backend.ts';

interface Fault {
  readonly what: string;
  readonly spoil: (ports: AppPorts) => AppPorts;
  readonly caughtBy: readonly string[];
}

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

const document = loadOpenApiDocument('openapi.json');

test('every check of the level has a fault', () => {
  const proved = new Set(faults.flatMap(({ caughtBy }) => caughtBy));
  expect(uploadTicketChecks.filter(({ id }) => !proved.has(id))).toEqual([]);
});

describe('a backend that', () => {
  test.each(faults)('$what is found out', async ({ spoil, caughtBy }) => {
    const backend = await startReferenceBackend(null, spoil);
    try {
      const settings = { ...backend, serviceId: null, levels, document, patienceMs: 1000, checks: uploadTicketChecks };
      const { checks } = await runSuite(settings);
      expect(checks.filter(({ result }) => result === 'failed').map(({ id }) => id)).toEqual(caughtBy);
    } finally {
      await backend.stop();
    }
  });

  test('keeps its promises passes', async () => {
    const backend = await startReferenceBackend(null);
    try {
      const { checks } = await runSuite({ ...backend, serviceId: null, levels, document, checks: uploadTicketChecks });
      expect(checks.map(({ id, result, why }) => [id, result, why])).toEqual(
        uploadTicketChecks.map(({ id }) => [id, 'passed', null]),
      );
    } finally {
      await backend.stop();
    }
  });
});
