import type { PreparedPaper, PrepareOrder } from './paper-protocol.ts';

/** The part of a Worker that is needed, so that a test can stand in for one. */
export interface WorkerLike {
  postMessage(order: PrepareOrder): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<PreparedPaper | null>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Much longer than the slowest phone takes for its largest photo. */
const patienceMs = 60_000;

/**
 * Prepares papers one at a time, in the order asked, so that only one photo is ever decoded. Every paper has a worker of
 * its own, which is ended with its answer: all that its photo took goes with it at once, and not when somebody tidies up.
 * @param spawn throws where the browser has no such worker
 * @param plainly what is done without the worker; a paper is never lost because of it
 */
export function createPreparing(ports: {
  readonly spawn: () => WorkerLike;
  readonly plainly: (order: PrepareOrder) => Promise<PreparedPaper>;
}): (order: PrepareOrder) => Promise<PreparedPaper> {
  let last: Promise<unknown> = Promise.resolve();

  async function inWorker(order: PrepareOrder): Promise<PreparedPaper | null> {
    let worker: WorkerLike | null = null;
    try {
      worker = ports.spawn();
      return await answerOf(worker, order);
    } catch {
      return null;
    } finally {
      worker?.terminate();
    }
  }

  return (order) => {
    const done = last.then(async () => (await inWorker(order)) ?? (await ports.plainly(order)));
    last = done.catch(() => undefined);
    return done;
  };
}

function answerOf(worker: WorkerLike, order: PrepareOrder): Promise<PreparedPaper | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the worker does not answer')), patienceMs);
    worker.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.onerror = () => {
      clearTimeout(timer);
      reject(new Error('the worker broke'));
    };
    worker.postMessage(order);
  });
}
