import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JobReport, SeedJob } from './seed-worker.ts';
import { addHash, type SeedsReport } from './run-seeds.ts';

export const lanes = Math.min(4, availableParallelism());

export function runJob(job: SeedJob): Promise<SeedsReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), { workerData: job });
    worker.once('message', (report: JobReport) => resolve(report));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread ended with ${String(code)} and said nothing`)));
  });
}

/** All seeds, in as many threads as there are cores; the same report whatever their number. */
export async function runAll(first: number, seeds: number): Promise<SeedsReport> {
  const share = Math.ceil(seeds / lanes);
  const jobs = Array.from({ length: lanes }, (_, lane) => ({
    first: first + lane * share,
    seeds: Math.max(0, Math.min(share, seeds - lane * share)),
    mutant: null,
  })).filter((job) => job.seeds > 0);
  return merge(await Promise.all(jobs.map(runJob)));
}

function merge(reports: readonly SeedsReport[]): SeedsReport {
  return {
    seeds: reports.reduce((sum, report) => sum + report.seeds, 0),
    events: reports.reduce((sum, report) => sum + report.events, 0),
    failures: reports.flatMap((report) => report.failures),
    kinds: sumUp(reports.map((report) => report.kinds)),
    crashes: sumUp(reports.map((report) => report.crashes)),
    hash: reports.reduce((sum, report) => addHash(sum, report.hash), 0),
  };
}

function sumUp<Key extends string>(
  counts: readonly Partial<Readonly<Record<Key, number>>>[],
): Partial<Record<Key, number>> {
  const total = new Map<string, number>();
  for (const count of counts) {
    for (const [key, value] of Object.entries<number | undefined>(count)) {
      total.set(key, (total.get(key) ?? 0) + (value ?? 0));
    }
  }
  return Object.fromEntries(total) as Partial<Record<Key, number>>;
}
