import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ChromiumPhone } from '../harness/chromium.ts';
import { PlainChromium } from '../harness/plain-chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { begin } from '../pages/complaint.ts';
import { lockByPin, pin } from '../pages/lock.ts';
import { at, sees } from '../pages/screen.ts';

/** No account of the tests is called that. */
const typed = 'KENARISEMBUNYI';

promise(
  'R8: a tab that another one has covered for half a minute, and a browser that was started again, ask for the lock and hold nothing of their person; unlocked, the form is as it was (F95)',
  async (stage) => {
    const profile = stage.folder('profile');
    const phone = stage.own(await ChromiumPhone.launch({ origin: stage.office.origin, profile }));
    await settleIn(phone, stage.citizen);
    await begin(phone, 'pengaduan');
    await phone.type(at('field-judul'), typed);
    await sees(phone, /Draf tersimpan/);
    const place = stage.office.origin + (await phone.path());
    await lockByPin(phone);
    await phone.close();

    const browser = await PlainChromium.launch(profile);
    try {
      const page = await browser.newTab();
      await page.goto(place);
      await page.waitForSelector(at('unlock-secret'));
      assert.doesNotMatch(await everythingIn(page), holdsPerson(stage.citizen.name));
      await unlock(page);
      assert.equal(await page.inputValue(at('field-judul')), typed);

      await page.clock.install();
      await browser.newTab();
      await until(
        'the tab is out of sight',
        async () => (await page.evaluate(() => document.visibilityState)) === 'hidden',
      );
      assert.equal(await shownIn(page), '0');
      await page.clock.fastForward(20_000);
      assert.match(await everythingIn(page), new RegExp(typed));
      await page.clock.fastForward(11_000);
      await until('it is locked', async () => (await page.locator(at('locked')).count()) === 1);
      assert.equal(await page.evaluate(() => document.visibilityState), 'hidden');
      assert.doesNotMatch(await everythingIn(page), holdsPerson(stage.citizen.name));

      await page.bringToFront();
      await until('it is to be seen again', async () => (await shownIn(page)) === '1');
      await unlock(page);
      assert.equal(await page.inputValue(at('field-judul')), typed);
      assert.equal(page.url(), place);
    } finally {
      await browser.close();
    }
  },
);

function holdsPerson(name: string): RegExp {
  return new RegExp(`${typed}|${name}`);
}

async function shownIn(page: Page): Promise<string> {
  return await page.evaluate(() => getComputedStyle(document.body).opacity);
}

async function unlock(page: Page): Promise<void> {
  await page.fill(at('unlock-secret'), pin);
  await page.click(`${at('unlock')} button[type="submit"]`);
  await page.waitForSelector(at('field-judul'));
}

/** Markup, title, and what stands in the fields. */
async function everythingIn(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
      ({ value }) => value,
    );
    return [document.title, document.documentElement.outerHTML, ...fields].join('\n');
  });
}
