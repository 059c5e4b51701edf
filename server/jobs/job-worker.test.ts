import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job, JobStore } from '../stores/job-store.ts';
import type { JobHandler } from './job-result.ts';
import { mostAttempts } from './job-result.ts';
import { runJob, startJobs } from './job-worker.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function jobOf(id: string, attempts = 1): Job {
  return { id, kind: 'push', accountId: 'siti', payload: {}, attempts, claim: `claim ${id}`, createdAtMs: 0 };
}

/** A table in memory that hands every job out once, and notes how each ended. */
function toyStore(ids: readonly string[], attempts = 1) {
  const waiting = [...ids];
  const ended: unknown[] = [];
  const store: JobStore = {
    claim: async (_nowMs, most) => waiting.splice(0, most).map((id) => jobOf(id, attempts)),
    finish: async ({ id }) => void ended.push([id, 'finished']),
    putOff: async ({ id }, runAfterMs, problem) => void ended.push([id, 'put off', runAfterMs, problem]),
    bury: async ({ id }, problem) => void ended.push([id, 'buried', problem]),
    list: async () => [],
    count: async () => ({ waiting: 0, dead: 0, unknown: 0 }),
    revive: async () => false,
    drop: async () => false,
  };
  return { store, ended };
}

function partsOf(store: JobStore, push: JobHandler<Job>) {
  const log: unknown[] = [];
  return {
    log,
    parts: {
      store,
      handlers: { push, notice: push, verdict: push },
      log: (event: string) => log.push(event),
      nowMs: () => 0,
      chance: () => 0.5,
    },
  };
}

const never = new AbortController().signal;

describe('a job', () => {
  it('is finished when it is done', async () => {
    const { store, ended } = toyStore([]);
    await runJob(partsOf(store, async () => ({ kind: 'done' })).parts, jobOf('a'), never);
    expect(ended).toEqual([['a', 'finished']]);
  });

  it('is put off for as long as was asked, or longer', async () => {
    const { store, ended } = toyStore([]);
    const { parts } = partsOf(store, async () => ({ kind: 'later', problem: 'status 429', afterMs: 120_000 }));
    await runJob(parts, jobOf('a'), never);
    expect(ended).toEqual([['a', 'put off', 120_000, 'status 429']]);
  });

  it('that throws is put off, with the name of what was thrown and not a word of it', async () => {
    const { store, ended } = toyStore([]);
    const { parts } = partsOf(store, () => Promise.reject(new RangeError('KANARI Siti')));
    await runJob(parts, jobOf('a'), never);
    expect(ended).toEqual([['a', 'put off', 10_000, 'RangeError']]);
  });

  it('is buried, and told of, when it has been tried for a day', async () => {
    const { store, ended } = toyStore([]);
    const { parts, log } = partsOf(store, async () => ({ kind: 'later', problem: 'status 500' }));
    await runJob(parts, jobOf('a', mostAttempts), never);
    expect([ended, log]).toEqual([[['a', 'buried', 'status 500']], ['job gave up']]);
  });
});

describe('the worker', () => {
  it('does all that waits, four at once at most', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `job ${index}`);
    const { store, ended } = toyStore(ids);
    const begun: (() => void)[] = [];
    const push: JobHandler<Job> = () =>
      new Promise((resolve) => {
        begun.push(() => resolve({ kind: 'done' }));
      });
    const worker = startJobs(partsOf(store, push).parts);
    const atOnce: number[] = [];
    while (ended.length < ids.length) {
      await vi.advanceTimersByTimeAsync(1000);
      atOnce.push(begun.length);
      for (const end of begun.splice(0)) end();
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(atOnce).toEqual([4, 4, 3]);
    await worker.stop();
  });

  it('looks again after the store was away', async () => {
    const { store, ended } = toyStore(['a']);
    const claim = vi.fn<JobStore['claim']>(store.claim).mockRejectedValueOnce(new Error('no database'));
    const { parts, log } = partsOf({ ...store, claim }, async () => ({ kind: 'done' }));
    const worker = startJobs(parts);
    await vi.advanceTimersByTimeAsync(2000);
    expect([ended, log]).toEqual([[['a', 'finished']], ['jobs: store unavailable']]);
    await worker.stop();
  });

  it('lets what runs end when it stops, and begins nothing more', async () => {
    const { store, ended } = toyStore(['a']);
    let finish = () => {};
    const { parts } = partsOf(
      store,
      () =>
        new Promise((resolve) => {
          finish = () => resolve({ kind: 'done' });
        }),
    );
    const claim = vi.fn<JobStore['claim']>(store.claim);
    const worker = startJobs({ ...parts, store: { ...store, claim } });
    await vi.advanceTimersByTimeAsync(1000);
    const stopped = worker.stop();
    const before = claim.mock.calls.length;
    finish();
    await stopped;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([ended, claim.mock.calls.length]).toEqual([[['a', 'finished']], before]);
  });

  it('asks what does not end to end after five seconds', async () => {
    const { store, ended } = toyStore(['a']);
    const { parts } = partsOf(
      store,
      (_job, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve({ kind: 'later', problem: 'stopped' }));
        }),
    );
    const worker = startJobs(parts);
    await vi.advanceTimersByTimeAsync(1000);
    const stopped = worker.stop();
    await vi.advanceTimersByTimeAsync(5000);
    await stopped;
    expect(ended).toMatchObject([['a', 'put off', 10_000, 'stopped']]);
  });
});
