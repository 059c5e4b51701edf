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
  /** Of all traces, whatever the order in which the seeds were run. */
  readonly hash: number;
}

export interface SeedsOptions {
  readonly first: number;
  readonly seeds: number;
  readonly without?: ReadonlySet<string>;
  readonly likely?: readonly FaultKind[];
  readonly onLine?: (line: string) => void;
  /** Stop after so many failures. Default 1. */
  readonly maxFailures?: number;
  /** Lets all promises settle. */
  readonly settle: () => Promise<void>;
}

/** Enough to share a turn of the event loop, few enough for the processor's cache. */
const atOnce = 8;

interface Running {
  readonly seed: number;
  readonly world: World;
  readonly scenario: Scenario;
}

export async function runSeeds(options: SeedsOptions): Promise<SeedsReport> {
  const failures: SeedFailure[] = [];
  const kinds: Partial<Record<FaultKind, number>> = {};
  const crashes: Partial<Record<CrashPoint, number>> = {};
  let hash = 0;
  const maxFailures = options.maxFailures ?? 1;
  let started = 0;
  let done = 0;
  let events = 0;
  const running: Running[] = [];

  function begin(): Running {
    const { without = new Set<string>(), likely, onLine } = options;
    const seed = options.first + started;
    started += 1;
    const world = createWorld({ seed, without, likely, onLine });
    return { seed, world, scenario: createScenario(world) };
  }

  function finish({ seed, world }: Running): void {
    done += 1;
    events += world.timeline.count;
    hash = addHash(hash, Math.imul(world.timeline.hash ^ seed, 0x9e3779b1));
    for (const kind of world.swarm.struckKinds) kinds[kind] = (kinds[kind] ?? 0) + 1;
    for (const [point, count] of world.crashes) crashes[point] = (crashes[point] ?? 0) + count;
    if (world.violation === null) return;
    const { verdict, message } = world.violation;
    failures.push({ seed, verdict, message, struck: world.swarm.struck });
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

  return { seeds: done, events, failures, kinds, crashes, hash };
}

function stepOf({ world, scenario }: Running): ReturnType<Scenario['step']> {
  try {
    return scenario.step();
  } catch (error) {
    world.failed(error instanceof Violation ? error : new Violation('broken', String(error)));
    return 'over';
  }
}

/** A sum, so that shares can be added up in any order. */
export function addHash(sum: number, hash: number): number {
  return (sum + hash) >>> 0;
}
