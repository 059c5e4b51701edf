import type { Job } from '../stores/job-store.ts';
import { readProgress, type UploadPorts } from './receive-upload.ts';

/** Asks once more about a paper that nobody could judge, as its phone would: what is judged already is done with. */
export function verdictJob(ports: UploadPorts) {
  return async ({ payload }: Pick<Job, 'payload'>) => {
    const document = await ports.documents.find(payload['document'] ?? '');
    if (document === undefined) return { kind: 'done' } as const;
    const progress = await readProgress(ports, document);
    const problem = progress === 'busy' ? 'busy' : progress.kind === 'scanning' ? 'nobody can judge it' : null;
    return problem === null ? ({ kind: 'done' } as const) : ({ kind: 'later', problem } as const);
  };
}
