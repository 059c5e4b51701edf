/** Far above what a busy machine takes: a limit, not a wait. */
export const patienceMs = 60_000;
const glanceMs = 40;

/** Resolves with the first answer that is neither undefined, null nor false; rejects with `what` when patience ends. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  limitMs: number = patienceMs,
): Promise<T> {
  const deadlineMs = performance.now() + limitMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (performance.now() > deadlineMs) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, glanceMs));
  }
}

/** Rejects with `what` when the promise takes longer. */
export async function within<T>(what: string, promise: Promise<T>, limitMs: number = patienceMs): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not within ${limitMs} ms: ${what}`)), limitMs);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
