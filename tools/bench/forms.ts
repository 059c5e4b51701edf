import type { Page } from 'playwright-core';
import type { Bench } from '../../bench/hooks.ts';
import { type BenchPhone, openBenchPhone, readReadyMs } from './phone.ts';
import { ratio, spreadOf } from './statistics.ts';

const rounds = 3;

declare global {
  interface Window {
    readonly bench: Bench;
  }
}

export type Row = Readonly<Record<string, unknown>>;

interface FormTimes {
  readonly coldMs: number;
  readonly offlineMs: number;
}

/** Cold: nothing in any cache, over a slow link. Offline: the browser is started again with no link at all. */
export async function measureForms(oursUrl: string, floorUrl: string): Promise<readonly Row[]> {
  const ours: FormTimes[] = [];
  const floor: FormTimes[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await onePhone(oursUrl, (page, origin) => prepareForm(page, origin)));
    floor.push(await onePhone(floorUrl, () => Promise.resolve('/')));
  }
  return (['coldMs', 'offlineMs'] as const).map((name) => {
    const own = spreadOf(ours.map((times) => times[name]));
    const least = spreadOf(floor.map((times) => times[name]));
    return {
      metric: name === 'coldMs' ? 'form ready, cold' : 'form ready, relaunched offline',
      ours: own,
      reactFloor: least,
      ratio: ratio(own, least),
    };
  });
}

async function onePhone(origin: string, prepare: (page: Page, origin: string) => Promise<string>): Promise<FormTimes> {
  const phone = await openBenchPhone();
  try {
    const first = await phone.page('free');
    const path = await prepare(first, origin);
    await forgetEverythingFetched(phone, first, origin);
    const cold = await phone.page('mobile');
    await cold.goto(origin + path);
    const coldMs = await readReadyMs(cold);
    await cold.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await cold.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await phone.relaunchOffline();
    const again = await phone.page('slow processor');
    await again.goto(origin + path);
    return { coldMs, offlineMs: await readReadyMs(again) };
  } finally {
    await phone.close();
  }
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

/** Drafts stay in IndexedDB; scripts, styles and the worker go, as on a first visit. */
async function forgetEverythingFetched(phone: BenchPhone, page: Page, origin: string): Promise<void> {
  const session = await phone.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'service_workers,cache_storage' });
  await session.send('Network.clearBrowserCache');
  await page.close();
}
