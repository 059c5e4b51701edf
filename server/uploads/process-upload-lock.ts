import type { UploadHold, UploadLock } from './upload-lock.ts';

/** Without a byte for this long a writer counts as gone: its connection is usually dead and does not know it yet. */
const stalledAfterMs = 1000;
const patienceMs = 10_000;

interface Holder {
  lastProgressMs: number;
  readonly controller: AbortController;
  readonly released: Promise<void>;
  release(): void;
}

/** The lock of a single process. @param nowMs a clock that never goes back */
export function processUploadLock(nowMs: () => number = () => performance.now()): UploadLock & {
  /** Breaks the holder off if it has stalled, for somebody in another process who waits. */
  breakStalled(key: string): void;
} {
  const holders = new Map<string, Holder>();

  /** Null when patience is at its end. Between finding the key free and taking it, nothing else runs. */
  async function take(key: string): Promise<Holder | null> {
    const deadlineMs = nowMs() + patienceMs;
    for (let holder = holders.get(key); holder !== undefined; holder = holders.get(key)) {
      const leftMs = deadlineMs - nowMs();
      if (leftMs <= 0) return null;
      const stallsInMs = holder.lastProgressMs + stalledAfterMs - nowMs();
      if (stallsInMs <= 0) holder.controller.abort(new Error('A newer request needs this upload'));
      await settledWithin(holder.released, Math.min(leftMs, Math.max(stallsInMs, 50)));
    }
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const mine: Holder = { lastProgressMs: nowMs(), controller: new AbortController(), released, release };
    holders.set(key, mine);
    return mine;
  }

  return {
    withUpload: async (key, work) => {
      const holder = await take(key);
      if (holder === null) return 'busy';
      const hold: UploadHold = {
        signal: holder.controller.signal,
        onProgress: () => {
          holder.lastProgressMs = nowMs();
        },
      };
      try {
        return await work(hold);
      } finally {
        holders.delete(key);
        holder.release();
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
