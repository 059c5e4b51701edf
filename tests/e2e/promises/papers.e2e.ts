import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { attachTo, fillLetterAnswers } from '../pages/business-letter.ts';
import { goToReview, next } from '../pages/complaint.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

promise('a paper that is missing is named before Kirim and after it, where it is added', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await fillLetterAnswers(phone);
  await sees(phone, /boleh lanjut dulu[^]*Belum ada: KTP Anda/);
  await attachTo(phone, 'kk', stage);
  await attachTo(phone, 'pengantar_rt_rw', stage);
  await goToReview(phone);
  await isThere(phone, at('paper-missing'));
  assert.equal(await phone.count(at('paper-missing')), 1);
  await sees(phone, /Foto tempat usaha[^]*Tidak dilampirkan/);

  await phone.press(at('submit'));
  await isOn(phone, /\/berkas\?ubah/);
  const said = await sees(phone, /Belum bisa dikirim\s+Belum ada: KTP Anda/);
  assert.doesNotMatch(said, /boleh lanjut dulu/);
  await until('the summary has the focus', async () => (await focusedTestId(phone)) === 'problems');
  await phone.press(`${at('problems')} a`);
  await focuses(phone, /^Ambil foto: KTP Anda$/);

  await attachTo(phone, 'ktp', stage);
  await until('nothing is missing', async () => (await phone.count(at('problems'))) === 0);
  await sees(phone, /Kembali ke periksa/);
  await phone.press(next);
  await isOn(phone, /\/periksa/);
  assert.equal(await phone.count(at('paper-missing')), 0);
});

promise(
  'a slot that is full says so before another photo is taken, and a removed paper hands the focus on',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await fillLetterAnswers(phone);
    await attachTo(phone, 'ktp', stage);
    await attachTo(phone, 'ktp', stage);
    await sees(phone, /Sudah 2 berkas/);
    let opened = false;
    phone.page.once('filechooser', () => {
      opened = true;
    });
    await phone.page
      .locator(`${at('slot-ktp')} input`)
      .first()
      .focus();
    await phone.page.keyboard.press('Enter');
    await removeFirst(phone);
    await focuses(phone, /^Hapus /);
    assert.equal(opened, false);
    await removeFirst(phone);
    await focuses(phone, /^Ambil foto: KTP Anda$/);
  },
);

promise('a slot for photos only does not ask for a PDF when it refuses one', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await fillLetterAnswers(phone);
  await phone.attach(`${at('slot-ktp')} ${at('photo-input')}`, [stage.pdf()]);
  const said = await sees(phone, /Jenis berkas ini tidak diterima/);
  assert.doesNotMatch(said, /PDF/);
});

async function removeFirst(phone: ChromiumPhone): Promise<void> {
  const before = await phone.count(at('paper'));
  await phone.press(`${at('slot-ktp')} ${at('paper')} button[aria-label^="Hapus"]`);
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Hapus', exact: true }).click();
  await until('it is gone', async () => (await phone.count(at('paper'))) === before - 1);
}

async function focusedTestId(phone: ChromiumPhone): Promise<string | null> {
  return await phone.page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);
}

async function focusedName(phone: ChromiumPhone): Promise<string> {
  return await phone.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

async function focuses(phone: ChromiumPhone, name: RegExp): Promise<void> {
  await until(`the focus is on ${String(name)}`, async () => name.test(await focusedName(phone)));
}
