import type { Job, JobKind, JobStore } from '../stores/job-store.ts';
import { type JobHandler, type JobResult, mostAttempts, waitMs } from './job-result.ts';

export interface JobWorkerParts {
  readonly store: JobStore;
  readonly handlers: Readonly<Record<JobKind, JobHandler<Job>>>;
  /** Ids and words of ours only. */
  log(
    event: 'job gave up' | 'jobs: store unavailable' | 'jobs: of a newer release',
    facts: Readonly<Record<string, string | number>>,
  ): void;
  nowMs(): number;
  /** From 0 to 1. */
  chance(): number;
  /** Between two looks for work. */
  readonly pollMs?: number;
}

export interface JobWorker {
  /** Takes no more; lets what runs end, and after 5 s asks it to. What then is not done runs again elsewhere, or later. */
  stop(): Promise<void>;
}

const usualPollMs = 1000;
const mostAtOnce = 4;
/** A run is told to end after the first, and another may have the job after the second. */
const runMs = 30_000;
const leaseMs = 60_000;
const graceMs = 5000;

/** Looks for work and does it, a few jobs at a time, for as long as the server runs. */
export function startJobs(parts: JobWorkerParts): JobWorker {
  const { store, nowMs, pollMs = usualPollMs } = parts;
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  let isStopping = false;
  let looking: Promise<unknown> = Promise.resolve();
  let isCounted = false;
  let timer = later(pollMs);

  // By itself it keeps no process alive.
  function later(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      looking = look().then((isMore) => {
        if (!isStopping) timer = later(isMore ? 0 : pollMs);
      });
    }, ms).unref();
  }

  /** Whether there may be more that could be begun at once. */
  async function look(): Promise<boolean> {
    const free = mostAtOnce - running.size;
    if (free === 0) return false;
    try {
      if (!isCounted) await tellOfUnknown();
      const jobs = await store.claim(nowMs(), free, leaseMs);
      for (const job of jobs) begin(job);
      if (jobs.length === free) await Promise.race(running);
      return jobs.length === free;
    } catch (error) {
      parts.log('jobs: store unavailable', { because: nameOf(error) });
      return false;
    }
  }

  /** Once: after a step back to this release, what it can't do waits for the newer one. */
  async function tellOfUnknown(): Promise<void> {
    const { unknown } = await store.count();
    isCounted = true;
    if (unknown > 0) parts.log('jobs: of a newer release', { waiting: unknown });
  }

  function begin(job: Job): void {
    const run = runJob(parts, job, AbortSignal.any([ending.signal, AbortSignal.timeout(runMs)]))
      // Nobody could write down how it ended: it runs again when its time is over.
      .catch((error: unknown) => parts.log('jobs: store unavailable', { because: nameOf(error) }))
      .finally(() => running.delete(run));
    running.add(run);
  }

  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      const late = setTimeout(() => ending.abort(), graceMs);
      await looking;
      await Promise.all(running);
      clearTimeout(late);
    },
  };
}

/** One job, from a claim to how it ended. */
export async function runJob(parts: JobWorkerParts, job: Job, signal: AbortSignal): Promise<void> {
  const { store, handlers, nowMs } = parts;
  const result = await resultOf(handlers[job.kind], job, signal);
  if (result.kind === 'done') return store.finish(job);
  if (job.attempts < mostAttempts) {
    const inMs = waitMs(job.attempts, result.afterMs ?? 0, parts.chance());
    return store.putOff(job, nowMs() + inMs, result.problem);
  }
  parts.log('job gave up', { id: job.id, kind: job.kind, problem: result.problem });
  return store.bury(job, result.problem, nowMs());
}

async function resultOf(handler: JobHandler<Job>, job: Job, signal: AbortSignal): Promise<JobResult> {
  try {
    return await handler(job, signal);
  } catch (error) {
    // Its name only: a message may hold what was sent.
    return { kind: 'later', problem: nameOf(error) };
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
