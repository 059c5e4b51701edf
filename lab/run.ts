import type { FaultKind } from '#tests/simulation/faults.ts';
import { runSeeds, type SeedFailure } from '#tests/simulation/run-seeds.ts';

export interface Tally {
  readonly seeds: number;
  readonly events: number;
  /** In how many seeds each fault came. */
  readonly kinds: Readonly<Partial<Record<FaultKind, number>>>;
  readonly failures: readonly SeedFailure[];
}

const nothing: Tally = { seeds: 0, events: 0, kinds: {}, failures: [] };

/** Seeds between two looks at the screen. */
const slice = 20;

/** Tells after every few seeds; resolves with the whole when all have run, or the signal says stop. */
export async function runMany(
  { first, seeds, without }: { readonly first: number; readonly seeds: number; readonly without: ReadonlySet<string> },
  signal: AbortSignal,
  onTally: (tally: Tally) => void,
): Promise<Tally> {
  let tally = nothing;
  while (tally.seeds < seeds && !signal.aborted) {
    const report = await runSeeds({
      first: first + tally.seeds,
      seeds: Math.min(slice, seeds - tally.seeds),
      without,
      maxFailures: slice,
      settle,
    });
    tally = {
      seeds: tally.seeds + report.seeds,
      events: tally.events + report.events,
      kinds: sum(tally.kinds, report.kinds),
      failures: [...tally.failures, ...report.failures],
    };
    onTally(tally);
  }
  return tally;
}

export interface Story {
  readonly seed: number;
  readonly lines: readonly string[];
  /** Null when every promise was kept. */
  readonly failure: SeedFailure | null;
}

/** One seed, every event of it. */
export async function tellStory(seed: number, without: ReadonlySet<string>): Promise<Story> {
  const lines: string[] = [];
  const report = await runSeeds({
    first: seed,
    seeds: 1,
    without,
    settle,
    onLine: (line) => void lines.push(line),
  });
  return { seed, lines, failure: report.failures[0] ?? null };
}

function sum(left: Tally['kinds'], right: Tally['kinds']): Tally['kinds'] {
  const kinds: Partial<Record<FaultKind, number>> = { ...left };
  for (const [kind, count] of Object.entries(right) as [FaultKind, number][]) kinds[kind] = (kinds[kind] ?? 0) + count;
  return kinds;
}

/** A message to itself is the page's soonest task after all promises; a timer would wait 4 ms each time. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

function settle(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
