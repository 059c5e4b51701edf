import { readFileSync } from 'node:fs';
import { type BrowserContext, type CDPSession, chromium, type ConsoleMessage, type Page } from 'playwright-core';
import type { SampleFile } from '../samples/sample-file.ts';
import { switchedOff } from './chromium-features.ts';
import { getBinary } from './find-binary.ts';
import type { Phone } from './phone.ts';
import { killTree } from './process-tree.ts';
import { patienceMs, until } from './until.ts';
import { Witness } from './witness.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${switchedOff.join(',')}`,
];
/** No `permissions`: granting any one would deny all others, Background Sync among them. */
const smallPhone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'id-ID',
  timezoneId: 'Asia/Jakarta',
} as const;

export interface ChromiumOptions {
  readonly origin: string;
  readonly profile: string;
  /** Added to the usual launch: another language, a dark screen. */
  readonly context?: Readonly<{
    locale?: string;
    colorScheme?: 'light' | 'dark';
    reducedMotion?: 'reduce';
    /** Where a promise has to hold up a file on its way: what a worker has kept comes by itself. */
    serviceWorkers?: 'block';
    /** A record of all that the browser asks for and is answered; there once the phone is closed. */
    recordHar?: Readonly<{ path: string; content: 'embed' }>;
  }>;
}

interface Running {
  readonly context: BrowserContext;
  readonly browserPid: number;
  page: Page;
}

export class ChromiumPhone implements Phone {
  readonly engine = 'chromium';
  readonly witness = new Witness();
  readonly #options: ChromiumOptions;
  #running: Running | null = null;

  private constructor(options: ChromiumOptions) {
    this.#options = options;
  }

  static async launch(options: ChromiumOptions): Promise<ChromiumPhone> {
    const phone = new ChromiumPhone(options);
    await phone.relaunch();
    return phone;
  }

  get context(): BrowserContext {
    return this.#get().context;
  }

  /** The folder that this browser keeps everything in. */
  get profile(): string {
    return this.#options.profile;
  }

  get page(): Page {
    return this.#get().page;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#options.origin + path);
  }

  async press(selector: string): Promise<void> {
    await this.page.locator(selector).first().click();
  }

  async type(selector: string, text: string): Promise<void> {
    await this.page.locator(selector).first().fill(text);
  }

  async choose(selector: string, value: string): Promise<void> {
    await this.page.locator(selector).first().selectOption(value);
  }

  async attach(selector: string, files: readonly SampleFile[]): Promise<void> {
    await this.page
      .locator(selector)
      .first()
      .setInputFiles(files.map((file) => file.path));
  }

  async count(selector: string): Promise<number> {
    return await this.page.locator(selector).count();
  }

  async text(): Promise<string> {
    this.witness.title(await this.page.title());
    return await this.page.locator('body').innerText();
  }

  async path(): Promise<string> {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** Another tab of the same browser; the acts go to the one named last. */
  async newTab(): Promise<Page> {
    const running = this.#get();
    running.page = await running.context.newPage();
    return running.page;
  }

  useTab(page: Page): void {
    this.#get().page = page;
  }

  /** Closes every page of the app; the browser itself stays open on an empty one. */
  async closePages(): Promise<void> {
    const running = this.#get();
    const pages = running.context.pages();
    running.page = await running.context.newPage();
    for (const page of pages) await page.close();
  }

  async session(): Promise<CDPSession> {
    return await this.context.newCDPSession(this.page);
  }

  async waitForWorker(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
      timeout: patienceMs,
    });
  }

  async kill(): Promise<void> {
    const running = this.#get();
    this.#running = null;
    const closed = new Promise((resolve) => running.context.once('close', resolve));
    await killTree(running.browserPid);
    await closed;
  }

  async relaunch(): Promise<void> {
    const context = await chromium.launchPersistentContext(this.#options.profile, {
      executablePath: getBinary('CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome']),
      headless: true,
      chromiumSandbox: false,
      args: flags,
      ...smallPhone,
      ...this.#options.context,
    });
    context.setDefaultTimeout(patienceMs);
    context.on('console', (message) => this.#hear(message));
    context.on('weberror', (error) => this.witness.uncaught(error.error().message));
    context.on('serviceworker', (worker) => worker.on('console', (message) => this.#hear(message)));
    const page = context.pages()[0] ?? (await context.newPage());
    const browser = context.browser();
    if (browser === null) throw new Error('no browser behind the profile');
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const browserPid = processInfo.find((info) => info.type === 'browser')?.id;
    if (browserPid === undefined) throw new Error('no browser process');
    this.#running = { context, page, browserPid };
  }

  /** The words that the browser was started with. */
  get commandLine(): readonly string[] {
    return readFileSync(`/proc/${this.#get().browserPid}/cmdline`, 'utf8').split('\0');
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.context.close();
  }

  async screenshot(): Promise<Buffer | null> {
    if (this.#running === null) return null;
    return await this.page.screenshot({ timeout: 5_000 });
  }

  #hear(message: ConsoleMessage): void {
    this.witness.console(message.type(), message.text());
  }

  #get(): Running {
    if (this.#running === null) throw new Error('the browser is not running');
    return this.#running;
  }
}

/** The ServiceWorker domain of one page's session: what the system does to a worker. */
export async function controlWorkers(
  phone: ChromiumPhone,
  origin: string,
): Promise<{
  dispatchSync(tag: string, lastChance?: boolean): Promise<void>;
  /** @param data what the browser has decrypted */
  deliverPush(data: string): Promise<void>;
  stopAll(): Promise<void>;
}> {
  const session = await phone.session();
  let registrationId: string | undefined;
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    registrationId =
      registrations.find((registration) => !registration.isDeleted && registration.scopeURL.startsWith(origin))
        ?.registrationId ?? registrationId;
  });
  await session.send('ServiceWorker.enable');
  const id = await until('the worker is registered', () => registrationId);
  return {
    dispatchSync: async (tag, lastChance = false) => {
      await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId: id, tag, lastChance });
    },
    deliverPush: async (data) => {
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: id, data });
    },
    stopAll: async () => {
      await session.send('ServiceWorker.stopAllWorkers');
    },
  };
}
