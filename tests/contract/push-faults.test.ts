/** Each check of level push notices a backend that gets its promise wrong: the reference one, spoilt in one place. */
import type { AppPorts } from '#server/app-ports.ts';
import { pushChecks } from './checks/push.ts';
import { type Fault, proveChecks } from './prove-checks.ts';

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

proveChecks(pushChecks, faults);
