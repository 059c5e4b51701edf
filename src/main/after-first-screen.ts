import { firstScreen } from '#app/marks.ts';

/** A screen that can't be drawn, or a page in the background, must not keep the rest from beginning. */
const patienceMs = 3_000;
const idlePatienceMs = 500;

/** What goes on behind the first screen takes neither its processor nor its line. */
export async function afterFirstScreen(): Promise<void> {
  await Promise.race([firstScreen, after(patienceMs)]);
  // Missing in Safari.
  if ('requestIdleCallback' in window)
    await new Promise<void>((resolve) => {
      requestIdleCallback(() => resolve(), { timeout: idlePatienceMs });
    });
}

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}
