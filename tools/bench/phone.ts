import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { getBinary } from '../../tests/e2e/harness/find-binary.ts';

/** Lighthouse's mobile constants: 1.6 Mbit/s down, 0.75 up, 150 ms, and a processor four times slower. */
const mobile = { downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150, cpu: 4 };

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BenchPhone {
  /** Of the browser that runs now. */
  context(): BrowserContext;
  /** Ends the browser and starts it again with the same data, with no connection at all. */
  relaunchOffline(): Promise<void>;
  /** A page of its own, slowed down, where `window.readyMs` tells when the first fields could be typed into. */
  page(network: 'mobile' | 'slow processor' | 'free'): Promise<Page>;
  close(): Promise<void>;
}

/** A phone-sized Chromium with an empty profile. */
export async function openBenchPhone(): Promise<BenchPhone> {
  const profile = mkdtempSync(join(tmpdir(), 'ajukan-bench-'));
  let context = await launch(profile);
  return {
    context: () => context,
    async relaunchOffline() {
      await context.close();
      context = await launch(profile);
      await context.setOffline(true);
    },
    async page(network) {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: network === 'free' ? 1 : mobile.cpu });
      if (network === 'mobile') {
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', { ...mobile, offline: false });
      }
      return page;
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function launch(profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: getBinary('CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome']),
    headless: true,
    chromiumSandbox: false,
    args: flags,
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'id-ID',
  });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(watchForReady);
  return context;
}

/**
 * Runs in the page: ready is when the fields of a form, all 54 and more of the sixty, are in the document and two frames
 * have passed. It looks when something was put into the document and not at every frame: a page that shows something early
 * would have to make the frames that are only looked at.
 */
function watchForReady(): void {
  const watcher = new MutationObserver(() => {
    if (document.querySelectorAll('form input, form select, form textarea').length < 54) return;
    watcher.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => Reflect.set(window, 'readyMs', performance.now())));
  });
  watcher.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from navigation to the first field that can be typed into. */
export async function readReadyMs(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => Reflect.get(window, 'readyMs') as number | undefined);
  const value: unknown = await handle.jsonValue();
  if (typeof value !== 'number') throw new Error('the page told no time');
  return value;
}
