import { rmSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import type { SampleFile } from '../samples/sample-file.ts';
import { getBinary } from './find-binary.ts';
import type { Phone } from './phone.ts';
import { killTree } from './process-tree.ts';
import { patienceMs } from './until.ts';
import { Witness } from './witness.ts';

/** Nothing that calls home, and the language of the people it is for. */
const preferences = {
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'id-ID, id',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

export interface FirefoxOptions {
  readonly origin: string;
  readonly profile: string;
  /** Every window is a private one. */
  readonly isPrivate?: boolean;
}

interface Running {
  readonly browser: Browser;
  readonly page: Page;
  readonly pid: number;
}

/** Firefox ESR over WebDriver BiDi. It has no Background Sync. */
export class FirefoxPhone implements Phone {
  readonly engine = 'firefox';
  readonly witness = new Witness();
  readonly #options: FirefoxOptions;
  #running: Running | null = null;

  private constructor(options: FirefoxOptions) {
    this.#options = options;
    // Said of what was still loading when the person went on to another screen. A part that is truly missing is missed
    // by the promise itself.
    this.witness.excuse(/error loading dynamically imported module|Unable to preload CSS/);
    this.witness.excuse(/ServiceWorker intercepted the request and encountered an unexpected error/);
  }

  static async launch(options: FirefoxOptions): Promise<FirefoxPhone> {
    const phone = new FirefoxPhone(options);
    await phone.relaunch();
    return phone;
  }

  get page(): Page {
    return this.#get().page;
  }

  async open(to: string): Promise<void> {
    await this.page.goto(this.#options.origin + to);
  }

  async press(selector: string): Promise<void> {
    await this.page.locator(selector).click();
  }

  async type(selector: string, text: string): Promise<void> {
    await this.page.locator(selector).fill(text);
  }

  async choose(selector: string, value: string): Promise<void> {
    await this.page.waitForSelector(selector);
    await this.page.select(selector, value);
  }

  async attach(selector: string, files: readonly SampleFile[]): Promise<void> {
    const found = await this.page.waitForSelector(selector);
    if (found === null) throw new Error(`no ${selector}`);
    const input: ElementHandle<HTMLInputElement> = await found.toElement('input');
    await input.uploadFile(...files.map((file) => file.path));
  }

  async count(selector: string): Promise<number> {
    return (await this.page.$$(selector)).length;
  }

  async text(): Promise<string> {
    this.witness.title(await this.page.title());
    return await this.page.evaluate(() => document.body.innerText);
  }

  async path(): Promise<string> {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  async waitForWorker(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', {
      timeout: patienceMs,
    });
  }

  async kill(): Promise<void> {
    const { pid } = this.#get();
    this.#running = null;
    await killTree(pid);
  }

  async relaunch(): Promise<void> {
    const { profile, isPrivate = false } = this.#options;
    // Left behind by a Firefox that was killed.
    for (const lock of ['lock', '.parentlock']) rmSync(path.join(profile, lock), { force: true });
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: getBinary('FIREFOX_PATH', ['firefox-esr', 'firefox']),
      headless: true,
      userDataDir: profile,
      extraPrefsFirefox: { ...preferences, 'browser.privatebrowsing.autostart': isPrivate },
      timeout: 60_000,
      env: { ...process.env, TZ: 'Asia/Jakarta', HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
    });
    const pid = browser.process()?.pid;
    if (pid === undefined) throw new Error('no browser process');
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    page.setDefaultTimeout(patienceMs);
    page.on('console', (message) => this.witness.console(message.type(), message.text()));
    page.on('pageerror', (error) => this.witness.uncaught(error instanceof Error ? error.message : String(error)));
    await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2 });
    this.#running = { browser, page, pid };
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.browser.close();
  }

  async screenshot(): Promise<Buffer | null> {
    return this.#running === null ? null : Buffer.from(await this.page.screenshot());
  }

  #get(): Running {
    if (this.#running === null) throw new Error('the browser is not running');
    return this.#running;
  }
}
