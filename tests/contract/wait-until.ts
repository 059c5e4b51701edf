import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until `ask` answers with something else than undefined.
 * @returns undefined when the time is over
 */
export async function waitUntil<T>(ask: () => Promise<T | undefined>, timeoutMs: number): Promise<T | undefined> {
  const endAtMs = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || Date.now() >= endAtMs) return answer;
    await pause(25);
  }
}
