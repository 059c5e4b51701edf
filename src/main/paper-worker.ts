import { createPreparing } from '#media/prepare-in-worker.ts';
import { preparePlainly } from '#media/prepare-plainly.ts';
import paperWorkerUrl from '../media/paper-worker.ts?worker&url';
import { workerUrl } from './worker-url.ts';

/** Once a page: a policy of that name can be made only once. */
let url: string | undefined;

/** Papers are prepared beside the page, in a worker of their own; without one, plainly in the page. */
export const preparePaper = createPreparing({
  spawn() {
    url ??= workerUrl('ajukan-paper-worker', paperWorkerUrl);
    return new Worker(url, { type: 'module', name: 'papers' });
  },
  plainly: preparePlainly,
});
