import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { storedOrReceived } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

promise(
  'C34: somebody with nothing but a keyboard sends an application with a photo, and always sees where they are',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    const { keyboard } = phone.page;
    await phone.open('/');
    await sees(phone, /Pengaduan/);
    await tabTo(phone, '[data-testid="service-card"] a[href$="/pengaduan"]');
    await keyboard.press('Enter');
    await isThere(phone, at('start'));
    await tabTo(phone, at('start'));
    await keyboard.press('Enter');
    await isThere(phone, at('form'));
    await tabTo(phone, at('field-judul'));
    await keyboard.type('KANARI papan ketik');
    await tabTo(phone, at('field-isi'));
    await keyboard.type('KANARI tanpa tetikus');
    await goOn(phone, /\/kejadian/);
    await goOn(phone, /\/pelapor/);
    await tabTo(phone, `${at('field-anonim')} input`);
    await keyboard.press('Space');
    await goOn(phone, /\/berkas/);
    const photo = stage.photo(60_000);
    const picked = phone.page.waitForEvent('filechooser');
    await tabToName(phone, /^Pilih berkas/);
    await keyboard.press('Enter');
    await (await picked).setFiles(photo.path);
    await isThere(phone, at('paper'));
    await goOn(phone, /\/periksa/);
    await tabTo(phone, at('submit'));
    await keyboard.press('Enter');
    await isThere(phone, storedOrReceived);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [photo]);
  },
);

async function goOn(phone: ChromiumPhone, path: RegExp): Promise<void> {
  await tabTo(phone, at('next'));
  await phone.page.keyboard.press('Enter');
  await isOn(phone, path);
  // The focus goes to the title of what came; a key pressed before would be lost there.
  await isThere(phone, 'h1:focus');
}

async function tabTo(phone: ChromiumPhone, selector: string): Promise<void> {
  await tabUntil(phone, selector, () =>
    phone.page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector),
  );
}

async function tabToName(phone: ChromiumPhone, name: RegExp): Promise<void> {
  await tabUntil(phone, String(name), async () => {
    const shown = await phone.page.evaluate(() => {
      const active = document.activeElement;
      const label =
        active instanceof HTMLInputElement ? (active.labels?.[0]?.textContent ?? '') : (active?.textContent ?? '');
      return active?.getAttribute('aria-label') ?? label;
    });
    return name.test(shown.trim());
  });
}

async function tabUntil(phone: ChromiumPhone, what: string, isThereNow: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThereNow()) return await expectFocusToBeSeen(phone, what);
    await phone.page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${what}`);
}

/** An outline or a ring on the control itself, or on what stands for it. */
async function expectFocusToBeSeen(phone: ChromiumPhone, what: string): Promise<void> {
  const seen = await phone.page.evaluate(() => {
    const active = document.activeElement;
    const candidates = [active, active?.parentElement, active?.nextElementSibling].filter(
      (element) => element instanceof Element,
    );
    return candidates.some((element) => {
      const style = getComputedStyle(element);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
  });
  assert.ok(seen, `no visible focus on ${what}`);
}
