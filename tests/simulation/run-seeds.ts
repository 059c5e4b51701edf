/** Runs seeds, many at a time in one thread: each turn of the event loop lets one thing happen in every world. */
import type { CrashPoint } from './crash-points.ts';
import type { FaultKind } from './faults.ts';
import { Violation, type Verdict } from './invariants.ts';
import { createScenario, type Scenario } from './scenario.ts';
import { createWorld, type World } from './world.ts';

export interface SeedFailure {
  readonly seed: number;
  readonly verdict: Verdict;
  readonly message: string;
  readonly struck: readonly string[];
}

export interface SeedsReport {
  readonly seeds: number;
  readonly events: number;
  readonly failures: readonly SeedFailure[];
  /** In how many seeds each fault came. */
  readonly kinds: Readonly<Partial<Record<FaultKind, number>>>;
  readonly crashes: Readonly<Partial<Record<CrashPoint, number>>>;
  /** Of all traces, in the order of the seeds. */
  readonly hash: number;
}

export interface SeedsOptions {
  readonly first: number;
  readonly seeds: number;
  readonly without?: ReadonlySet<string>;
  readonly onLine?: (line: string) => void;
  /** Stop after so many failures. Default 1. */
  readonly maxFailures?: number;
  /** Lets all promises settle. */
  readonly settle: () => Promise<void>;
}

/** Enough to share a turn of the event loop, few enough for the processor's cache: 64 take twice as long each. */
const atOnce = 8;

interface Running {
  readonly index: number;
  readonly world: World;
  readonly scenario: Scenario;
}

export async function runSeeds(options: SeedsOptions): Promise<SeedsReport> {
  const failures: SeedFailure[] = [];
  const kinds: Partial<Record<FaultKind, number>> = {};
  const crashes: Partial<Record<CrashPoint, number>> = {};
  const hashes = new Uint32Array(options.seeds);
  const maxFailures = options.maxFailures ?? 1;
  let started = 0;
  let done = 0;
  let events = 0;
  const running: Running[] = [];

  function begin(): Running {
    const index = started;
    started += 1;
    const { without = new Set<string>(), onLine } = options;
    const seed = options.first + index;
    const world = createWorld(onLine === undefined ? { seed, without } : { seed, without, onLine });
    return { index, world, scenario: createScenario(world) };
  }

  function finish({ index, world }: Running): void {
    done += 1;
    events += world.timeline.count;
    hashes[index] = world.timeline.hash;
    for (const kind of world.swarm.struckKinds) kinds[kind] = (kinds[kind] ?? 0) + 1;
    for (const [point, count] of world.crashes) crashes[point] = (crashes[point] ?? 0) + count;
    if (world.violation === null) return;
    const { verdict, message } = world.violation;
    failures.push({ seed: options.first + index, verdict, message, struck: world.swarm.struck });
  }

  while ((started < options.seeds && failures.length < maxFailures) || running.length > 0) {
    while (running.length < atOnce && started < options.seeds && failures.length < maxFailures) running.push(begin());
    // A world that has just begun has things to settle too.
    await options.settle();
    for (let slot = running.length - 1; slot >= 0; slot -= 1) {
      const one = running[slot];
      if (one === undefined || stepOf(one) !== 'over') continue;
      finish(one);
      running.splice(slot, 1);
    }
  }

  return { seeds: done, events, failures, kinds, crashes, hash: hashOf(hashes) };
}

function stepOf({ world, scenario }: Running): ReturnType<Scenario['step']> {
  try {
    return scenario.step();
  } catch (error) {
    world.failed(error instanceof Violation ? error : new Violation('broken', String(error)));
    return 'over';
  }
}

function hashOf(hashes: Uint32Array): number {
  return hashes.reduce((hash, value) => Math.imul(hash ^ value, 0x01000193) >>> 0, 0x811c9dc5);
}
