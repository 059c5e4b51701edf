/**
 * Everything that a simulation can do to a phone, its network and the office. Each seed gets a swarm of its own: some
 * faults are left out, others come often, because bugs hide where one fault crowds out the rest.
 */
import type { Dice } from './dice.ts';

export const faultKinds = [
  // On the way.
  'request-lost',
  'answer-lost',
  'request-doubled',
  'answer-late',
  'piece-cut',
  'piece-spoilt',
  'answer-garbled',
  'captive-portal',
  'redirected',
  'half-open',
  'foreign-receipt',
  // The office refuses or is in trouble.
  'office-500',
  'office-502-after-commit',
  'office-503-absurd',
  'office-429',
  'office-401',
  'office-403',
  'office-404',
  'office-409',
  'office-410',
  'office-413',
  'office-422',
  'office-423',
  'office-426',
  'upload-gone',
  'feed-reset',
  'object-lost',
  'poisoned-item',
  // The office dies, or comes back with yesterday's memory.
  'crash-before-commit',
  'crash-after-commit',
  'crash-between-append-and-offset',
  'crash-before-verdict',
  'restored-backup',
  // The phone.
  'tab-killed',
  'power-cut',
  'disk-full',
  'disk-failed',
  'disk-failed-after-commit',
  'payload-damaged',
  'tab-frozen',
  'second-tab',
  'worker-woken',
  'worker-stopped',
  'clock-jumped',
  'signed-out',
  'other-account',
  'network-down',
  'online-lie',
  // Last, so that the faults before it come as they did before there was this one.
  'papers-too-early',
  // No fault, and yet not of every day: signing in brings a ticket to send with later.
  'ticket-given',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** How often a fault that is on strikes at each occasion; those not named here: 0.06. */
const chances: Partial<Readonly<Record<FaultKind, number>>> = {
  'request-lost': 0.12,
  'answer-lost': 0.12,
  'piece-cut': 0.4,
  'piece-spoilt': 0.15,
  'poisoned-item': 0.3,
  'papers-too-early': 0.3,
  'ticket-given': 0.7,
  'office-403': 0.09,
  'office-404': 0.09,
  'office-409': 0.09,
  'office-410': 0.25,
  'office-413': 0.09,
  'office-422': 0.09,
  'office-423': 0.25,
  'office-426': 0.03,
  'office-401': 0.03,
  'payload-damaged': 0.08,
  'object-lost': 0.1,
  'tab-killed': 0.02,
  'signed-out': 0.1,
  'other-account': 0.1,
  'worker-woken': 0.1,
  'worker-stopped': 0.1,
  'crash-before-commit': 0.2,
  'crash-before-verdict': 0.9,
  'crash-between-append-and-offset': 0.4,
};
const usualChance = 0.06;
/** They need an upload that is under way, so they are on in twice as many seeds. */
const rare: ReadonlySet<FaultKind> = new Set([
  'piece-cut',
  'office-410',
  'office-423',
  'crash-between-append-and-offset',
  'crash-before-verdict',
]);

/** What share of the faults a seed has: a single one goes further when no other stops it first. */
const densities = [0.08, 0.16, 0.3, 0.6];
const densityDie = 0;
const swarmDie = 1;
const firstFaultDie = 100;

export interface Swarm {
  /** Does it happen here? Counts, so the same occasion always gets the same answer. */
  strikes(kind: FaultKind): boolean;
  isOn(kind: FaultKind): boolean;
  /** From now on nothing happens. */
  heal(): void;
  isHealed(): boolean;
  /** `kind#n`, in order. */
  readonly struck: readonly string[];
  readonly struckKinds: ReadonlySet<FaultKind>;
}

export interface SwarmOptions {
  /** What is left out: single strikes by their names (`kind#n`), for shrinking a story, or whole kinds. */
  readonly without: ReadonlySet<string>;
  /** Often in every seed: for hunting what only they bring out. */
  readonly likely: readonly FaultKind[];
  readonly onStrike: (name: string) => void;
}

export function createSwarm(dice: Dice, { without, likely, onStrike }: SwarmOptions): Swarm {
  const density = densities[Math.floor(dice.at(densityDie, 0) * densities.length)] ?? 1;
  const swarm = faultKinds.map((kind, index) => {
    const draw = dice.at(swarmDie, index) / (rare.has(kind) ? 2 * density : density);
    // Of the faults that are on, a third comes three times as often.
    const factor = draw < 0.33 || likely.includes(kind) ? 3 : draw < 1 ? 1 : 0;
    return (chances[kind] ?? usualChance) * factor;
  });
  const occasions = new Uint32Array(faultKinds.length);
  const struck: string[] = [];
  const struckKinds = new Set<FaultKind>();
  let healed = false;

  return {
    strikes(kind) {
      if (healed) return false;
      const index = indexOf(kind);
      const chance = swarm[index] ?? 0;
      if (chance === 0) return false;
      const occasion = occasions[index] ?? 0;
      occasions[index] = occasion + 1;
      if (dice.at(firstFaultDie + index, occasion) >= chance) return false;
      const name = `${kind}#${String(occasion)}`;
      if (without.has(name) || without.has(kind)) return false;
      struck.push(name);
      struckKinds.add(kind);
      onStrike(name);
      return true;
    },
    isOn: (kind) => !healed && (swarm[indexOf(kind)] ?? 0) > 0,
    heal() {
      healed = true;
    },
    isHealed: () => healed,
    struck,
    struckKinds,
  };
}

const indexes: ReadonlyMap<FaultKind, number> = new Map(faultKinds.map((kind, index) => [kind, index]));

function indexOf(kind: FaultKind): number {
  return indexes.get(kind) ?? 0;
}
