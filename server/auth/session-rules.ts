import type { Role } from './authenticator.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export interface Lifetime {
  /** Without a request for so long it ends. */
  readonly idleMs: number;
  /** Whatever happens, it ends. */
  readonly absoluteMs: number;
  /** A cookie older than this is changed for the next one. */
  readonly rollMs: number;
  /** How exactly "last used" is known. */
  readonly touchMs: number;
}

/** A citizen's own phone. */
const citizen: Lifetime = { idleMs: 30 * dayMs, absoluteMs: 90 * dayMs, rollMs: dayMs, touchMs: hourMs };
/** A desk, or a phone that goes from hand to hand. */
const officer: Lifetime = { idleMs: 2 * hourMs, absoluteMs: 12 * hourMs, rollMs: hourMs, touchMs: 5 * minuteMs };

export function lifetimeOf(roles: readonly Role[]): Lifetime {
  return roles.every((role) => role === 'pemohon') ? citizen : officer;
}

export const accessLifetimeMs = 10 * minuteMs;
/** A new token that is still in use after this has arrived for good, also on the disk of a phone that is killed. */
export const settleMs = minuteMs;
/** Changing the number asks for a code of the old one, unless the sign-in is as young as this. */
export const freshMs = 10 * minuteMs;

export interface Chain {
  readonly generation: number;
  readonly generationAtMs: number;
  /** When its current token was first used so late that it can't get lost any more; null before. */
  readonly settledAtMs: number | null;
}

export type Presented =
  | { readonly kind: 'current' }
  /** Its successor may have been lost on the way: it is given again. */
  | { readonly kind: 'answer-lost' }
  /** On its way while its successor was taken over. */
  | { readonly kind: 'overtaken' }
  /** Two hold a token of this session, and only one of them can be its owner. */
  | { readonly kind: 'reused' };

/** What it means that a genuine token of this generation turns up now. */
export function judgePresented(chain: Chain, generation: number, nowMs: number): Presented {
  // A later one than the database knows: it was restored from a backup since.
  if (generation >= chain.generation) return { kind: 'current' };
  if (generation < chain.generation - 1) return { kind: 'reused' };
  if (chain.settledAtMs === null) return { kind: 'answer-lost' };
  return nowMs - chain.settledAtMs <= settleMs ? { kind: 'overtaken' } : { kind: 'reused' };
}

/** The use of a current token that shows that its predecessor is not needed any more. */
export function settlesNow({ generation, generationAtMs, settledAtMs }: Chain, nowMs: number): boolean {
  return generation > 0 && settledAtMs === null && nowMs - generationAtMs >= settleMs;
}
