/** Far above what a busy machine takes: a limit, not a wait. */
export const patienceMs = 60_000;
/** Soon at first, and then less and less often: who waits long loses little by a longer pause, and looking costs. */
const firstPauseMs = 20;
const longestPauseMs = 120;
const lengthening = 1.25;

/** Something did not come in time. On a busy machine that may be the machine's doing; a wrong thing that came never is. */
export class Late extends Error {
  override readonly name = 'Late';

  constructor(what: string, limitMs: number) {
    super(`not within ${limitMs} ms: ${what}`);
  }
}

/** Whether nothing worse happened than that a wait ran out, ours or the driver's. */
export function isLate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'Late' || error.name === 'TimeoutError' || isLate(error.cause);
}

/** Resolves with the first answer that is neither undefined, null nor false; rejects with `what` when patience ends. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  limitMs: number = patienceMs,
): Promise<T> {
  const deadlineMs = performance.now() + limitMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * lengthening)) {
    const answer = await probe();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (performance.now() > deadlineMs) throw new Late(what, limitMs);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Rejects with `what` when the promise takes longer. */
export async function within<T>(what: string, promise: Promise<T>, limitMs: number = patienceMs): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Late(what, limitMs)), limitMs);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
