/** The shortest bad day that still breaks the promise: strikes are left out, half of them at a time, then fewer. */
import { runSeeds, type SeedFailure } from './run-seeds.ts';

const mostTries = 400;

export interface Shrunk {
  readonly without: ReadonlySet<string>;
  readonly failure: SeedFailure;
}

export async function shrink(failure: SeedFailure, settle: () => Promise<void>): Promise<Shrunk> {
  let best: Shrunk = { without: new Set(), failure };
  let size = Math.ceil(failure.struck.length / 2);
  for (let tries = 0; tries < mostTries && size >= 1; ) {
    let shorter: Shrunk | null = null;
    for (let at = 0; at < best.failure.struck.length && tries < mostTries; at += size) {
      tries += 1;
      const without = new Set([...best.without, ...best.failure.struck.slice(at, at + size)]);
      const report = await runSeeds({ first: failure.seed, seeds: 1, without, settle });
      const [again] = report.failures;
      if (again === undefined || again.struck.length >= best.failure.struck.length) continue;
      shorter = { without, failure: again };
      break;
    }
    if (shorter === null) size = size === 1 ? 0 : Math.floor(size / 2);
    else best = shorter;
    size = Math.min(size, Math.max(1, Math.ceil(best.failure.struck.length / 2)));
    if (best.failure.struck.length === 0) break;
  }
  return best;
}
