/** Each check of level push notices a backend that gets its promise wrong: the reference one, spoilt in one place. */
import { describe, expect, test } from 'vitest';
import type { AppPorts } from '#server/app-ports.ts';
import { levels } from './check.ts';
import { pushChecks } from './checks/push.ts';
import { loadOpenApiDocument } from './openapi-document.ts';
import { runSuite } from './run-suite.ts';
import { startReferenceBackend } from './start-reference-backend.ts';

interface Fault {
  readonly what: string;
  readonly spoil: (ports: AppPorts) => AppPorts;
  readonly caughtBy: readonly string[];
}

/** Looks away where this part of a subscription is wrong. */
const takesAny =
  (pointer: string) =>
  (ports: AppPorts): AppPorts => ({
    ...ports,
    push: ports.push && {
      ...ports.push,
      problemOf: (offer) => {
        const problem = ports.push?.problemOf(offer) ?? null;
        return problem?.pointer === pointer ? null : problem;
      },
    },
  });

const faults: readonly Fault[] = [
  { what: 'sends to any address', spoil: takesAny('/endpoint'), caughtBy: ['push-private-endpoint'] },
  { what: 'does not look at the key', spoil: takesAny('/vapidPublicKey'), caughtBy: ['push-other-key'] },
  {
    what: 'puts the same one in again and again',
    spoil: (ports) => ({
      ...ports,
      pushes: {
        ...ports.pushes,
        put: async (row, nowMs) => {
          const put = await ports.pushes.put(row, nowMs);
          return put === 'kept' ? 'created' : put;
        },
      },
    }),
    caughtBy: ['push-subscribe'],
  },
  {
    what: 'lets anybody take it out',
    spoil: (ports) => ({
      ...ports,
      pushes: {
        ...ports.pushes,
        remove: async (id, accountId) => {
          const found = await ports.pushes.find(id, ports.nowMs());
          return ports.pushes.remove(id, found?.accountId ?? accountId);
        },
      },
    }),
    caughtBy: ['push-foreign'],
  },
];

const document = loadOpenApiDocument('openapi.json');

test('every check of the level has a fault', () => {
  const proved = new Set(faults.flatMap(({ caughtBy }) => caughtBy));
  expect(pushChecks.filter(({ id }) => !proved.has(id))).toEqual([]);
});

describe('a backend that', () => {
  test.each(faults)('$what is found out', async ({ spoil, caughtBy }) => {
    const backend = await startReferenceBackend(null, spoil);
    try {
      const settings = { ...backend, serviceId: null, levels, document, patienceMs: 1000, checks: pushChecks };
      const { checks } = await runSuite(settings);
      expect(checks.filter(({ result }) => result === 'failed').map(({ id }) => id)).toEqual(caughtBy);
    } finally {
      await backend.stop();
    }
  });

  test('keeps its promises passes', async () => {
    const backend = await startReferenceBackend(null);
    try {
      const { checks } = await runSuite({ ...backend, serviceId: null, levels, document, checks: pushChecks });
      expect(checks.map(({ id, result, why }) => [id, result, why])).toEqual(
        pushChecks.map(({ id }) => [id, 'passed', null]),
      );
    } finally {
      await backend.stop();
    }
  });
});
