import type { Stage } from './stage.ts';

/**
 * Personal data of the simulated person: every form in these tests is filled with it. It may live in the phone's own
 * store and in a request's body, and nowhere else (F96).
 */
export const canaries = [/KANARI/i, /99999901/] as const;

/** What was wrong although the test itself went through; empty when nothing was. */
export async function judge(stage: Stage): Promise<readonly string[]> {
  const complaints = stage.phones.flatMap((phone) =>
    phone.witness.unexcused.map((text) => `the browser complained: ${text}`),
  );
  const leaks = await findLeaks(stage);
  return [...complaints, ...leaks];
}

async function findLeaks(stage: Stage): Promise<readonly string[]> {
  const urls = stage.proxy.exchanges.map((exchange) => exchange.path).join('\n');
  const places: readonly (readonly [string, string])[] = [
    ['a URL', decodeURIComponent(urls.replaceAll(/%(?![0-9a-f]{2})/gi, ''))],
    ["the office's log", stage.office.log],
    ...stage.phones.map((phone) => ['the console or a title', phone.witness.transcript()] as const),
  ];
  return places.flatMap(([place, text]) =>
    canaries.filter((canary) => canary.test(text)).map((canary) => `personal data (${canary.source}) in ${place}`),
  );
}
