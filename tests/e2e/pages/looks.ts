/** One screen in all its looks: two languages, day and night, a small phone, letters of twice the size. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { until } from '../harness/until.ts';
import { axeFaults } from './axe.ts';
import { at } from './screen.ts';
import { hiddenFocus, layoutFaults, wordsOn } from './screen-faults.ts';

type Language = 'id' | 'en';
const sizes = {
  usual: { width: 360, letters: '' },
  narrow: { width: 320, letters: '' },
  large: { width: 360, letters: '32px' },
} as const;
type Size = keyof typeof sizes;

/** Where pictures go, for a person to look at; none are taken without it. */
const picturesDir = process.env['SCREENS_DIR'];

export class Looks {
  readonly #phone: ChromiumPhone;
  readonly #mayStay: (text: string) => boolean;
  #count = 0;

  /** @param mayStay whether a text is the same in both languages by right: a name, what the office wrote */
  constructor(phone: ChromiumPhone, mayStay: (text: string) => boolean) {
    this.#phone = phone;
    this.#mayStay = mayStay;
  }

  /** Rejects with all that is wrong with the screen as it stands, and leaves it as it was. */
  async inspect(where: string): Promise<void> {
    const { page } = this.#phone;
    const faults: string[] = [];
    const judge = async (look: string): Promise<void> => {
      faults.push(...(await layoutFaults(page)).map((fault) => `${where} (${look}): ${fault}`));
      await this.#picture(where, look);
    };
    this.#count += 1;
    faults.push(...(await axeFaults(this.#phone, where)));
    await judge('id');
    const indonesian = new Set(await wordsOn(page));
    await this.#resize('narrow');
    await judge('id 320');
    await this.#resize('large');
    await judge('id large');
    await this.#speak('en');
    await judge('en large');
    faults.push(...(await hiddenFocus(page)).map((fault) => `${where}: ${fault}`));
    await this.#resize('narrow');
    await judge('en 320');
    await this.#resize('usual');
    await page.emulateMedia({ colorScheme: 'dark' });
    await this.#settle();
    faults.push(...(await axeFaults(this.#phone, `${where}, dark`, ['color-contrast'])));
    await judge('en dark');
    const same = (await wordsOn(page)).filter((text) => indonesian.has(text) && !this.#mayStay(text));
    faults.push(...same.map((text) => `${where}: not translated: ${text}`));
    await page.emulateMedia({ colorScheme: 'light' });
    await this.#speak('id');
    assert.deepEqual(faults, []);
  }

  /** As in another window of the app. */
  async #speak(language: Language): Promise<void> {
    await this.#phone.page.evaluate((chosen) => {
      localStorage.setItem('ajukan.language', chosen);
      window.dispatchEvent(new StorageEvent('storage', { key: 'ajukan.language', newValue: chosen }));
    }, language);
    await until(`the app speaks ${language}`, async () => (await this.#phone.count(`html[lang="${language}"]`)) > 0);
  }

  /** Colours that are on their way to others are none to be judged. */
  async #settle(): Promise<void> {
    await this.#phone.page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    });
  }

  async #resize(size: Size): Promise<void> {
    const { page } = this.#phone;
    const { width, letters } = sizes[size];
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 740 });
    await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
    }, letters);
    await until(
      `the page is ${width} wide`,
      async () => (await page.evaluate(() => document.documentElement.clientWidth)) === width,
    );
    await this.#settle();
    if (size !== 'large' || (await page.locator('dialog[open]').count()) > 0) return;
    const main = page.locator(`${at('submit')}, ${at('next')}`).first();
    if ((await main.count()) > 0 && (await main.isEnabled())) await main.click({ trial: true });
  }

  async #picture(where: string, look: string): Promise<void> {
    if (picturesDir === undefined) return;
    const name = `${String(this.#count).padStart(2, '0')} ${where} · ${look}`.replaceAll(/[^\p{L}\d·, ]+/gu, '_');
    mkdirSync(picturesDir, { recursive: true });
    writeFileSync(
      path.join(picturesDir, `${name}.png`),
      await this.#phone.page.screenshot({ fullPage: true, scale: 'css' }),
    );
  }
}
