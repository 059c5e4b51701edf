/** Each check of level sealing notices a backend that gets its promise wrong: the reference one, spoilt in one place. */
import { describe, expect, test } from 'vitest';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { AppPorts } from '#server/app-ports.ts';
import { levels } from './check.ts';
import { sealingChecks } from './checks/sealing.ts';
import { loadOpenApiDocument } from './openapi-document.ts';
import { runSuite } from './run-suite.ts';
import { startReferenceBackend } from './start-reference-backend.ts';

interface Fault {
  readonly what: string;
  readonly spoil: (ports: AppPorts) => AppPorts;
  readonly caughtBy: readonly string[];
}

const faults: readonly Fault[] = [
  {
    what: 'loses a word of what was sealed',
    spoil: (ports) => ({
      ...ports,
      applications: {
        ...ports.applications,
        submit: (application, nowMs) => ports.applications.submit({ ...application, data: {} }, nowMs),
      },
    }),
    caughtBy: ['sealed-word-for-word'],
  },
  {
    what: 'never opens papers',
    spoil: (ports) => ({ ...ports, openPaper: async () => ({ kind: 'later' }) }),
    caughtBy: ['sealed-papers'],
  },
  {
    what: 'calls a foreign key a broken seal',
    spoil: (ports) => ({
      ...ports,
      openSubmission: async (...asked) => {
        const opened = await ports.openSubmission(...asked);
        return opened.kind === 'unknown-sealing-key' ? { kind: 'does-not-open' } : opened;
      },
    }),
    caughtBy: ['sealed-unknown-key'],
  },
  {
    what: 'takes answers that nobody asked for',
    spoil: (ports) => ({
      ...ports,
      catalogue: {
        ...ports.catalogue,
        findVersion: (...asked) => {
          const found = ports.catalogue.findVersion(...asked);
          return typeof found === 'string' ? found : { ...found, steps: [...found.steps, oneMoreStep] };
        },
      },
    }),
    caughtBy: ['sealed-answers-judged'],
  },
  {
    what: 'takes what does not open for what opened first',
    spoil: (ports) => {
      let first: Awaited<ReturnType<AppPorts['openSubmission']>> | null = null;
      return {
        ...ports,
        openSubmission: async (...asked) => {
          const opened = await ports.openSubmission(...asked);
          if (opened.kind === 'open') first ??= opened;
          return opened.kind === 'does-not-open' && first !== null ? { ...first, documents: [] } : opened;
        },
      };
    },
    caughtBy: ['sealed-outside-as-inside'],
  },
];

const oneMoreStep: ServiceDefinition['steps'][number] = {
  id: 'tambahan',
  title: { id: 'Tambahan' },
  fields: [{ id: 'tak_ditanya', type: 'text', label: { id: 'Tak ditanya' } }],
};

const document = loadOpenApiDocument('openapi.json');

test('every check of the level has a fault', () => {
  const proved = new Set(faults.flatMap(({ caughtBy }) => caughtBy));
  expect(sealingChecks.filter(({ id }) => !proved.has(id))).toEqual([]);
});

describe('a backend that', () => {
  test.each(faults)('$what is found out', async ({ spoil, caughtBy }) => {
    const backend = await startReferenceBackend(null, spoil);
    try {
      const settings = { ...backend, serviceId: null, levels, document, patienceMs: 1000, checks: sealingChecks };
      const { checks } = await runSuite(settings);
      expect(checks.filter(({ result }) => result === 'failed').map(({ id }) => id)).toEqual(caughtBy);
    } finally {
      await backend.stop();
    }
  });
});
