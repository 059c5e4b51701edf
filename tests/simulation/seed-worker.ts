/** Runs a share of the seeds in a thread of its own, with a mistake planted into the engine if one is asked for. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { useLeanAbort } from './lean-abort.ts';
import { plantMutant } from './plant-mutant.ts';
import type { SeedsReport } from './run-seeds.ts';

export interface SeedJob {
  readonly first: number;
  readonly seeds: number;
  readonly mutant: string | null;
}

export type JobReport = SeedsReport;

const Job = z.object({ first: z.int(), seeds: z.int(), mutant: z.string().nullable() });

const { first, seeds, mutant } = Job.parse(workerData);
useLeanAbort();
// Before the engine is loaded, so that it is loaded with the mistake in it.
const likely = mutant === null ? [] : (plantMutant(mutant).likely ?? []);
const { runSeeds } = await import('./run-seeds.ts');
const report = await runSeeds({ first, seeds, likely, settle });
parentPort?.postMessage(report);

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
