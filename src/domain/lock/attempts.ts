/**
 * When a lock may be tried. What a try costs is written before it is made, so that a browser that is ended in between
 * gives none away.
 */
export interface Attempts {
  /** Wrong or unfinished tries since the last right one. */
  readonly failed: number;
  /** By the phone's clock: when the last one was begun. */
  readonly triedAtMs: number;
}

export const untried: Attempts = { failed: 0, triedAtMs: 0 };

const second = 1000;
const minute = 60 * second;
/** After the n-th failure in a row; the last one holds for every further one. */
const delaysMs = [0, 0, 0, 0, 30 * second, minute, 5 * minute, 15 * minute, 60 * minute] as const;

export type MayTry =
  /** Write `next` first, strictly, then look at what was typed. */
  | { readonly kind: 'go'; readonly next: Attempts }
  /** `restarted`: the clock was put back, and the wait begins anew; to be written. */
  | { readonly kind: 'wait'; readonly untilMs: number; readonly restarted: Attempts | null };

export function mayTry(attempts: Attempts, nowMs: number): MayTry {
  const delayMs = delayAfter(attempts.failed);
  if (delayMs > 0 && nowMs < attempts.triedAtMs) {
    return { kind: 'wait', untilMs: nowMs + delayMs, restarted: { failed: attempts.failed, triedAtMs: nowMs } };
  }
  const untilMs = attempts.triedAtMs + delayMs;
  if (delayMs > 0 && nowMs < untilMs) return { kind: 'wait', untilMs, restarted: null };
  return { kind: 'go', next: { failed: attempts.failed + 1, triedAtMs: nowMs } };
}

/** From when on the next try is possible; the past where it is possible at once. */
export function nextTryAtMs({ failed, triedAtMs }: Attempts): number {
  return triedAtMs + delayAfter(failed);
}

function delayAfter(failed: number): number {
  return failed === 0 ? 0 : (delaysMs[Math.min(failed, delaysMs.length) - 1] ?? 0);
}
