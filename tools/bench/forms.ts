import type { Page } from 'playwright-core';
import type { Bench } from '../../bench/hooks.ts';
import { type BenchPhone, openBenchPhone, readReadyMs } from './phone.ts';
import { ratio, spreadOf } from './statistics.ts';

/** Odd, and the two take turns in being first: on a machine that does other things too, three say little. */
const rounds = 5;

declare global {
  interface Window {
    readonly bench: Bench;
  }
}

export type Row = Readonly<Record<string, unknown>>;

interface FormTimes {
  readonly coldMs: number;
  readonly offlineMs: number;
  readonly typingMs: number;
}

const metrics = {
  coldMs: 'form of 60 fields ready, cold',
  offlineMs: 'form of 60 fields ready, relaunched offline',
  typingMs: 'a letter typed to the next paint, processor six times slower, the longest of twelve',
} as const;

/**
 * Cold: nothing in any cache or store, over a slow link. Offline: the browser is started again with no link at all.
 * Beside the same sixty fields in React alone.
 */
export async function measureForms(oursUrl: string, floorUrl: string): Promise<readonly Row[]> {
  const ours: FormTimes[] = [];
  const floor: FormTimes[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const measureOurs = async (): Promise<void> => void ours.push(await onePhone(`${oursUrl}/f/bench60`));
    const measureFloor = async (): Promise<void> => void floor.push(await onePhone(`${floorUrl}/`));
    const turns = round % 2 === 0 ? [measureOurs, measureFloor] : [measureFloor, measureOurs];
    for (const measure of turns) await measure();
  }
  return (['coldMs', 'offlineMs', 'typingMs'] as const).map((name) => {
    const own = spreadOf(ours.map((times) => times[name]));
    const least = spreadOf(floor.map((times) => times[name]));
    return { metric: metrics[name], ours: own, reactFloor: least, ratio: ratio(own, least) };
  });
}

async function onePhone(address: string): Promise<FormTimes> {
  const phone = await openBenchPhone();
  try {
    const cold = await phone.page('mobile');
    await cold.goto(address);
    const coldMs = await readReadyMs(cold);
    await cold.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await cold.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await phone.relaunchOffline();
    const again = await phone.page('slow processor');
    await again.goto(address);
    const offlineMs = await readReadyMs(again);
    return { coldMs, offlineMs, typingMs: await typeAndMeasure(phone, again) };
  } finally {
    await phone.close();
  }
}

/** What a person feels: from the key to the paint after it, as the browser itself tells it, in steps of 8 ms. */
async function typeAndMeasure(phone: BenchPhone, page: Page): Promise<number> {
  const session = await phone.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.evaluate(() => {
    const delays: number[] = [];
    Object.assign(window, { delays });
    // Not in TypeScript's DOM: https://w3c.github.io/event-timing/
    const slowOnes = { type: 'event', durationThreshold: 16 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') delays.push(entry.duration);
    }).observe(slowOnes);
  });
  const field = page.locator('form input').first();
  await field.focus();
  for (const letter of 'KANARI KANAR') await field.press(letter);
  // The entry of the last key comes after the paint that it tells of.
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const delays: unknown = Reflect.get(window, 'delays');
            resolve(Array.isArray(delays) ? Math.max(0, ...delays.map(Number)) : Number.NaN);
          }),
        );
      }),
  );
}

/** A draft is begun first, so that its form has an address; the catalogue is on the phone by then. */
export async function prepareForm(page: Page, origin: string, serviceId = 'akta-kelahiran'): Promise<string> {
  await page.goto(`${origin}/layanan/${serviceId}`);
  await page.waitForFunction(() => 'bench' in window);
  const startForm = (): Promise<string | null> =>
    page.evaluate((id) => window.bench.startForm(id).catch(() => null), serviceId);
  // The service's definition arrives a moment after the page.
  for (let left = 100; left > 0; left -= 1) {
    const path = await startForm();
    if (path !== null) return path;
    await page.waitForTimeout(100);
  }
  throw new Error('the catalogue did not arrive');
}
