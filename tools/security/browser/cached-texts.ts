import type { ChromiumPhone } from '#tests/e2e/harness/chromium.ts';

/** All that lies in Cache Storage, an entry a line: cache, address and content. */
export async function cachedTexts(phone: ChromiumPhone): Promise<string> {
  return await phone.page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        texts.push(`${name} ${request.url} ${(await answer?.text()) ?? ''}`);
      }
    }
    return texts.join('\n');
  });
}
