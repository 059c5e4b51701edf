/** Each check of level sealing notices a backend that gets its promise wrong: the reference one, spoilt in one place. */
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { AppPorts } from '#server/app-ports.ts';
import { sealingChecks } from './checks/sealing.ts';
import { type Fault, proveChecks } from './prove-checks.ts';

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

proveChecks(sealingChecks, faults);
