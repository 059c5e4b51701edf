/** What is too much for every phone to fetch at the install: it comes when it is first needed, and stays. */
const address = /\/assets\/(pdf-pages|(open-)?results|issued)-/;
const cacheName = 'ajukan-later';

/**
 * A route: cache first, for files of the app only, whose name changes with their content. A new one takes the place
 * of the old one of its kind. An answer that is no script (a hotspot's sign-in page) is never kept.
 */
export const keptLater = [
  address,
  async ({ request }: { readonly request: Request }): Promise<Response> => {
    const cache = await caches.open(cacheName).catch(() => undefined);
    const kept = await cache?.match(request).catch(() => undefined);
    if (kept !== undefined) return kept;
    const answer = await fetch(request);
    if (answer.ok && answer.headers.get('content-type')?.includes('javascript') === true) {
      // A full phone does without: it is fetched again the next time.
      await keep(cache, request, answer.clone()).catch(() => undefined);
    }
    return answer;
  },
] as const;

async function keep(cache: Cache | undefined, request: Request, answer: Response): Promise<void> {
  for (const old of (await cache?.keys()) ?? []) if (kind(old) === kind(request)) await cache?.delete(old);
  await cache?.put(request, answer);
}

/** Its address without the eight letters of its content, and ".js". */
function kind({ url }: Request): string {
  return url.slice(0, -11);
}
