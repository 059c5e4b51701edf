export interface BackoffPolicy {
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * Exponential back-off with equal jitter: half of the delay is fixed, half is drawn, so that a try is never
 * immediate and never later than the cap.
 * @param attempts failures so far, 1 after the first
 * @param chance in [0, 1)
 * @returns milliseconds to wait, in [baseMs / 2, capMs]
 */
export function backoffMs(policy: BackoffPolicy, attempts: number, chance: number): number {
  const exponent = Math.min(Math.max(attempts - 1, 0), 30);
  const ceilingMs = Math.min(policy.capMs, policy.baseMs * 2 ** exponent);
  return Math.round(ceilingMs / 2 + (ceilingMs / 2) * chance);
}
