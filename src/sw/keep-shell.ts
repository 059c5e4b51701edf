import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';

/**
 * So many files at once, so that the page still has a connection of its own. One after the other, as the library does it
 * by itself, each waits for the line: see record 0064.
 */
const atOnce = 5;

/** What the phone keeps of the app. A file that can't be had fails the install: what is here already is not fetched again. */
export function keepShell(worker: ServiceWorkerGlobalScope, entries: readonly (PrecacheEntry | string)[]) {
  const shell = new PrecacheController();
  shell.addToCacheList([...entries]);
  const unnamed = new Set(
    entries.flatMap((entry) =>
      typeof entry !== 'string' && entry.revision !== null && entry.revision !== undefined
        ? new URL(entry.url, worker.location.href).href
        : [],
    ),
  );

  async function keepAll(event: ExtendableEvent): Promise<void> {
    const waiting = [...shell.getURLsToCacheKeys()];
    const keepNext = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [url, cacheKey] = next;
        // A name that stays while the content changes is asked of the office, past every cache.
        const request = new Request(url, {
          cache: unnamed.has(url) ? 'reload' : 'default',
          credentials: 'same-origin',
        });
        await Promise.all(shell.strategy.handleAll({ params: { cacheKey }, request, event }));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, keepNext));
  }

  worker.addEventListener('install', (event) => event.waitUntil(keepAll(event)));
  worker.addEventListener('activate', (event) => event.waitUntil(shell.activate(event)));
  return shell;
}
