import { createBrowserRunner } from '#runtime/browser-runner.ts';
import { openBrowserVault } from '#runtime/browser-vault.ts';
import { cacheMark } from '#storage/marks.ts';

let engine: ReturnType<typeof openEngine> | undefined;

function openEngine() {
  const browser = openBrowserVault([cacheMark(caches)]);
  return { vault: browser.vault, runner: createBrowserRunner(browser) };
}

/**
 * What a Background Sync event does: one run of the same outbox that the page runs.
 * @throws when something is left that another event could send, so that the browser gives us one
 */
export async function sendWaiting(): Promise<void> {
  engine ??= openEngine();
  const report = await engine.runner.run();
  await engine.vault.settled();
  // A page that is sending may be closed in the middle: the event is asked for again too.
  if (report.kind === 'held-elsewhere') throw new Error('sent elsewhere at the moment');
  if (report.kind === 'finished' && report.nextTryAtMs !== null && report.waiting > 0)
    throw new Error('more to send later');
}
