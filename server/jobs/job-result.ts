/** How a run of a job ended. `later`: try again, at the earliest after `afterMs` where somebody has said so. */
export type JobResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly problem: string; readonly afterMs?: number };

/** Does it, also where it has been done already. Ends soon after the signal. */
export type JobHandler<J> = (job: J, signal: AbortSignal) => Promise<JobResult>;

const firstWaitMs = 10_000;
const longestWaitMs = 60 * 60 * 1000;
/** About a day of trying. */
export const mostAttempts = 30;

/**
 * How long to wait after so many tries: twice as long each time, up to an hour, and never sooner than somebody has asked
 * for. @param chance from 0 to 1: those that failed together don't come back together
 */
export function waitMs(attempts: number, askedMs: number, chance: number): number {
  const doubled = Math.min(firstWaitMs * 2 ** Math.min(attempts - 1, 20), longestWaitMs);
  const spread = Math.round(doubled * (0.8 + 0.4 * chance));
  return Math.max(Math.min(spread, longestWaitMs), Math.min(askedMs, longestWaitMs * 24));
}
