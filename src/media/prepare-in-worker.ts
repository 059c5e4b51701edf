import type { PreparedPaper, PrepareOrder, PrepareReply, PrepareRequest } from './paper-protocol.ts';

/** The part of a Worker that is needed, so that a test can stand in for one. */
export interface WorkerLike {
  postMessage(message: PrepareRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<PrepareReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Much longer than the slowest phone takes for its largest photo. */
const patienceMs = 60_000;
/** A decoder holds memory that a small phone needs for its camera. */
const idleMs = 10_000;

/**
 * Prepares papers one at a time, in the order asked, so that only one photo is ever decoded. The worker is started by the
 * first order and ended when idle, when it breaks, and when it does not answer.
 * @param spawn throws where the browser has no such worker
 * @param plainly what is done without the worker; a paper is never lost because of it
 */
export function createPreparing(ports: {
  readonly spawn: () => WorkerLike;
  readonly plainly: (order: PrepareOrder) => Promise<PreparedPaper>;
}): (order: PrepareOrder) => Promise<PreparedPaper> {
  let worker: WorkerLike | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;
  let number = 0;

  function end(): void {
    worker?.terminate();
    worker = null;
  }

  async function inWorker(order: PrepareOrder): Promise<PreparedPaper | null> {
    clearTimeout(idle);
    try {
      worker ??= ports.spawn();
      number += 1;
      const paper = await answerOf(worker, { number, order });
      // It gave up, most likely for want of memory, and may hold the photo still.
      if (paper === null) end();
      return paper;
    } catch {
      end();
      return null;
    } finally {
      idle = setTimeout(end, idleMs);
    }
  }

  return (order) => {
    const done = last.then(async () => (await inWorker(order)) ?? (await ports.plainly(order)));
    last = done.catch(() => undefined);
    return done;
  };
}

function answerOf(worker: WorkerLike, request: PrepareRequest): Promise<PreparedPaper | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the worker does not answer')), patienceMs);
    worker.onmessage = ({ data }) => {
      if (data.number !== request.number) return;
      clearTimeout(timer);
      resolve(data.paper);
    };
    worker.onerror = () => {
      clearTimeout(timer);
      reject(new Error('the worker broke'));
    };
    worker.postMessage(request);
  });
}
