import { openBrowserEngine, type BrowserEngine } from '#runtime/browser-engine.ts';
import { cacheMark } from '#storage/marks.ts';

let engine: BrowserEngine | undefined;

/**
 * What a Background Sync event does: one run of the same outbox that the page runs.
 * @throws when something is left that another event could send, so that the browser gives us one
 */
export async function sendWaiting(): Promise<void> {
  engine ??= openBrowserEngine([cacheMark(caches)]);
  const report = await engine.runner.run();
  await engine.vault.settled();
  if (report.kind === 'finished' && report.nextTryAtMs !== null && report.waiting > 0)
    throw new Error('more to send later');
}
