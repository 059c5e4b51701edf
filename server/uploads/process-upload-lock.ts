import type { UploadHold, UploadLock } from './upload-lock.ts';

/** Without a byte for this long a writer counts as gone: its connection is usually dead and does not know it yet. */
const stalledAfterMs = 1000;
const patienceMs = 10_000;

interface Holder {
  lastProgressMs: number;
  readonly controller: AbortController;
  readonly released: Promise<void>;
}

/** The lock of a single process. @param nowMs a clock that never goes back */
export function processUploadLock(nowMs: () => number = () => performance.now()): UploadLock & {
  /** Breaks the holder off if it has stalled, for somebody in another process who waits. */
  breakStalled(key: string): void;
} {
  const holders = new Map<string, Holder>();

  /** Resolves true when the key is free, false when patience is at its end. */
  async function waitForTurn(key: string): Promise<boolean> {
    const deadlineMs = nowMs() + patienceMs;
    for (let holder = holders.get(key); holder !== undefined; holder = holders.get(key)) {
      const leftMs = deadlineMs - nowMs();
      if (leftMs <= 0) return false;
      const stallsInMs = holder.lastProgressMs + stalledAfterMs - nowMs();
      if (stallsInMs <= 0) holder.controller.abort(new Error('A newer request needs this upload'));
      await settledWithin(holder.released, Math.min(leftMs, Math.max(stallsInMs, 50)));
    }
    return true;
  }

  return {
    withUpload: async (key, work) => {
      if (!(await waitForTurn(key))) return 'busy';
      const controller = new AbortController();
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      const holder: Holder = { lastProgressMs: nowMs(), controller, released };
      holders.set(key, holder);
      const hold: UploadHold = {
        signal: controller.signal,
        onProgress: () => {
          holder.lastProgressMs = nowMs();
        },
      };
      try {
        return await work(hold);
      } finally {
        holders.delete(key);
        release();
      }
    },
    releaseAll: () => {
      for (const { controller } of holders.values()) controller.abort(new Error('Shutting down'));
    },
    breakStalled: (key) => {
      const holder = holders.get(key);
      if (holder !== undefined && nowMs() - holder.lastProgressMs >= stalledAfterMs) {
        holder.controller.abort(new Error('A newer request needs this upload'));
      }
    },
  };
}

async function settledWithin(promise: Promise<void>, limitMs: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs);
  await Promise.race([promise, late]);
  clearTimeout(timer);
}
