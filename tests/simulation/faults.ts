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
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** How often a fault that is on strikes at each occasion; those not named here: 0.06. */
const chances: Partial<Readonly<Record<FaultKind, number>>> = {
  'request-lost': 0.12,
  'answer-lost': 0.12,
  'piece-cut': 0.15,
  'poisoned-item': 0.3,
  'office-403': 0.015,
  'office-404': 0.015,
  'office-409': 0.01,
  'office-410': 0.04,
  'office-413': 0.015,
  'office-422': 0.015,
  'office-426': 0.015,
  'office-401': 0.03,
  'foreign-receipt': 0.05,
  'payload-damaged': 0.02,
  'object-lost': 0.1,
  'tab-killed': 0.012,
  'worker-stopped': 0.03,
  'disk-full': 0.05,
  'disk-failed': 0.05,
  'disk-failed-after-commit': 0.05,
  'crash-before-verdict': 0.2,
  'crash-between-append-and-offset': 0.12,
};
const usualChance = 0.06;

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

/** @param without what is left out: single strikes by their names (`kind#n`), for shrinking a story, or whole kinds */
export function createSwarm(dice: Dice, without: ReadonlySet<string>, onStrike: (name: string) => void): Swarm {
  const swarm = faultKinds.map((kind, index) => {
    const draw = dice.at(swarmDie, index);
    // Two fifths of the faults are left out of a seed, a fifth comes three times as often.
    const factor = draw < 0.4 ? 0 : draw < 0.8 ? 1 : 3;
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
      const occasion = occasions[index] ?? 0;
      occasions[index] = occasion + 1;
      if (dice.at(firstFaultDie + index, occasion) >= (swarm[index] ?? 0)) return false;
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
