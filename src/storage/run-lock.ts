/**
 * One sender at a time, over all tabs and the service worker. The Web Lock keeps others out while we live; the
 * lease row with its heartbeat tells a frozen holder from a live one, and its fence makes a frozen holder harmless
 * when it wakes up: the store refuses its writes (F64, F65). Browsers without Web Locks have the lease alone.
 */
import type { Logger, RunLock } from '#sync/ports.ts';
import { writeWithReserve } from './ballast.ts';
import type { Connection } from './connection.ts';
import { meta, type LeaseRow } from './meta.ts';
import { StoreFailure } from './trouble.ts';

const lockName = 'ajukan-outbox';
const beatEveryMs = 5_000;
const staleAfterMs = 15_000;

export interface RunLockParts {
  readonly connection: Connection;
  /** Undefined where the browser has none. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly log: Logger;
  /** Calls `beat` again and again until the returned function is called. */
  readonly every: (delayMs: number, beat: () => void) => () => void;
}

type Refused = 'held-elsewhere' | 'unavailable';
type Work<T> = (hold: { readonly fence: number; readonly lost: AbortSignal }) => Promise<T>;

export function createRunLock(parts: RunLockParts): RunLock {
  const { connection, locks, nowMs, newId, log, every } = parts;

  /** The fence, if no other holder is alive. `alone` when the Web Lock says that nobody can be. */
  async function takeLease(holder: string, alone: boolean): Promise<number | Refused> {
    const written = await writeWithReserve<number | 'held-elsewhere'>(connection, 'strict', ['meta'], async (db) => {
      if ((await connection.judge(db)) !== 'open') throw new StoreFailure('newer-data');
      const lease = await meta.lease(db);
      // Asked again after the answer of the disk was lost.
      if (lease?.holder === holder) return lease.fence;
      if (!alone && lease !== undefined && lease.holder !== null && isFresh(lease.beatAtMs, nowMs())) {
        return 'held-elsewhere';
      }
      const fence = (lease?.fence ?? 0) + 1;
      await meta.putLease(db, { fence, holder, beatAtMs: nowMs() });
      return fence;
    });
    return written.done ? written.value : 'unavailable';
  }

  /** False when a newer holder is there. */
  async function beat(holder: string, fence: number): Promise<boolean> {
    const written = await connection.write('relaxed', ['meta'], async (db) => {
      const lease = await meta.lease(db);
      if (lease?.fence !== fence) return false;
      await meta.putLease(db, { fence, holder, beatAtMs: nowMs() });
      return true;
    });
    // A disk that hiccups is no new holder; the fence decides.
    return !written.done || written.value;
  }

  async function giveBack(fence: number): Promise<void> {
    await connection.write('relaxed', ['meta'], async (db) => {
      const lease = await meta.lease(db);
      if (lease?.fence === fence) await meta.putLease(db, { ...lease, holder: null });
    });
  }

  async function holdLease<T>(work: Work<T>, alone: boolean, lost: AbortController): Promise<T | Refused> {
    const holder = newId();
    const fence = await takeLease(holder, alone);
    if (typeof fence === 'string') return fence;
    const stopBeating = every(beatEveryMs, () => {
      void beat(holder, fence).then((ours) => {
        if (!ours) lost.abort(new DOMException('A newer holder took the outbox over.', 'AbortError'));
      });
    });
    try {
      return await work({ fence, lost: lost.signal });
    } finally {
      stopBeating();
      await giveBack(fence);
    }
  }

  /** Resolves with what `work` gave, also when the lock was stolen while it ran: it was told by `lost`. */
  async function holdLock<T>(
    manager: Pick<LockManager, 'request'>,
    options: LockOptions,
    work: Work<T>,
  ): Promise<T | Refused | 'busy'> {
    const lost = new AbortController();
    return await new Promise((resolve, reject) => {
      let running = false;
      manager
        .request(lockName, options, async (lock) => {
          if (lock === null) return resolve('busy');
          running = true;
          await holdLease(work, true, lost).then(resolve, reject);
        })
        .catch((error: unknown) => {
          // Stolen while we held it: the work is still running and ends by itself.
          if (running) lost.abort(error);
          else reject(error instanceof Error ? error : new Error('lock request failed', { cause: error }));
        });
    });
  }

  /** A lock that is held without a lease, since when and after which one. */
  let withoutLease: { readonly fence: number; readonly sinceMs: number } | null = null;

  async function holderIsAlive(): Promise<boolean> {
    let lease: LeaseRow | undefined;
    try {
      lease = await connection.read(meta.lease);
    } catch {
      return true;
    }
    if (lease !== undefined && lease.holder !== null) {
      withoutLease = null;
      return isFresh(lease.beatAtMs, nowMs());
    }
    // About to write its lease, or done and about to let go; or frozen right there.
    const fence = lease?.fence ?? 0;
    if (withoutLease?.fence !== fence) withoutLease = { fence, sinceMs: nowMs() };
    return isFresh(withoutLease.sinceMs, nowMs());
  }

  return {
    async withLock(work) {
      if (locks === undefined) return await holdLease(work, false, new AbortController());
      const first = await holdLock(locks, { mode: 'exclusive', ifAvailable: true }, work);
      if (first === 'busy' && (await holderIsAlive())) return 'held-elsewhere';
      withoutLease = null;
      if (first !== 'busy') return first;
      log.warn('lock.stolen-from-stale-holder');
      const second = await holdLock(locks, { mode: 'exclusive', steal: true }, work);
      return second === 'busy' ? 'held-elsewhere' : second;
    },
  };
}

/** A beat from the future means that the clock was set back: as good as none (F67). */
function isFresh(beatAtMs: number, nowMs: number): boolean {
  return Math.abs(nowMs - beatAtMs) < staleAfterMs;
}
