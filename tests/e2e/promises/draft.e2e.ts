import assert from 'node:assert/strict';
import { withResolvers } from '#lib/with-resolvers.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { begin, fillComplaint, next } from '../pages/complaint.ts';
import { at, isOn, sees } from '../pages/screen.ts';

promise('C27: the back button goes one step back and loses no keystroke', async (stage) => {
  const phone = await stage.chromium();
  await begin(phone, 'pengaduan');
  await phone.page.locator(at('field-judul')).pressSequentially('KANARI judul');
  await phone.page.locator(at('field-isi')).pressSequentially('KANARI isi');
  await phone.press(next);
  await isOn(phone, /\/kejadian/);
  await phone.page.goBack();
  await isOn(phone, /\/laporan/);
  // Straight after the last key, before anything could have been saved in peace.
  // A field that comes back has its caret at the start; a finger puts it behind the last word.
  await phone.page.locator(at('field-isi')).press('Control+End');
  await phone.page.locator(at('field-isi')).pressSequentially(' yang panjang');
  await phone.page.goBack();
  await phone.page.goForward();
  const shown = phone.page.locator(at('field-isi'));
  await until('every key is there', async () => (await shown.inputValue()) === 'KANARI isi yang panjang');
  assert.equal(await phone.page.locator(at('field-judul')).inputValue(), 'KANARI judul');
});

promise('a letter typed at the very moment the page is left for another is kept', async (stage) => {
  const phone = await stage.chromium();
  await begin(phone, 'pengaduan');
  const story = phone.page.locator(at('field-isi'));
  await story.pressSequentially('KANARI hampi');
  await sees(phone, /Draf tersimpan/);
  // Typed, and gone in the same breath: nothing that waits has its turn, and no field is left first.
  await phone.page.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('nobody types');
    document.execCommand('insertText', false, 'r');
    location.assign('/');
  });
  await phone.press(`${at('draft')} a`);
  await until('the last letter is there', async () => (await story.inputValue()) === 'KANARI hampir');
});

promise(
  'a form takes letters before the store is there, calls nothing saved until it is, and keeps them',
  async (stage) => {
    const phone = await stage.chromium({ context: { serviceWorkers: 'block' } });
    await begin(phone, 'pengaduan');
    const title = phone.page.locator(at('field-judul'));
    await title.pressSequentially('KANARI satu');
    await sees(phone, /Draf tersimpan/);
    const { promise: here, resolve: letIn } = withResolvers<null>();
    await phone.page.route('**/assets/store-*.js', async (route) => {
      await here;
      await route.continue();
    });
    await phone.page.reload();
    await until('what was kept is shown', async () => (await title.inputValue()) === 'KANARI satu');
    await title.press('Control+End');
    await title.pressSequentially(' dua');
    await sees(phone, /Menyimpan/);
    assert.equal(await phone.page.getByText(/Draf tersimpan/).count(), 0);
    letIn(null);
    await sees(phone, /Draf tersimpan/);
    await phone.page.reload();
    await until('every letter is there', async () => (await title.inputValue()) === 'KANARI satu dua');
  },
);

promise('Lanjut pressed twice is one step on, and one step back', async (stage) => {
  const phone = await stage.chromium();
  await begin(phone, 'pengaduan');
  await phone.type(at('field-judul'), 'KANARI judul');
  await phone.type(at('field-isi'), 'KANARI isi');
  await phone.page.evaluate((selector) => {
    const button = document.querySelector<HTMLElement>(selector);
    button?.click();
    button?.click();
  }, next);
  await isOn(phone, /\/kejadian/);
  await phone.page.goBack();
  await isOn(phone, /\/laporan/);
});

promise(
  'F1: a browser killed while somebody types offers to go on, with at most the last moment missing',
  async (stage) => {
    const phone = await stage.chromium();
    await begin(phone, 'pengaduan');
    const whole = 'KANARI jalan di depan sekolah berlubang sejak dua minggu dan belum diperbaiki';
    const typing = phone.page.locator(at('field-isi')).pressSequentially(whole, { delay: 60 });
    // The browser dies under the keys.
    typing.catch(() => undefined);
    await phone.page.waitForFunction(() => (document.querySelector('textarea')?.value.length ?? 0) > 55);
    const typedBefore = await phone.page.locator(at('field-isi')).inputValue();
    await phone.kill();
    await phone.relaunch();
    await phone.open('/');
    await sees(phone, /Lanjutkan isian/);
    await phone.press(`${at('draft')} a`);
    const found = await until('the text is back', async () => await phone.page.locator(at('field-isi')).inputValue());
    assert.ok(whole.startsWith(found), found);
    // Two seconds of typing at 60 ms a key.
    const missing = typedBefore.length - found.length;
    stage.note(`${Math.max(0, missing)} of ${typedBefore.length} keys missing after the kill`);
    assert.ok(missing <= 34, `${missing} keys are gone`);
  },
);

promise('F1: steps once left survive a kill at once, whole, and the form opens where the person was', async (stage) => {
  const phone = await stage.chromium();
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'langkah disimpan');
  await phone.kill();
  await phone.relaunch();
  await phone.open('/');
  await sees(phone, /Lanjutkan isian/);
  await phone.press(`${at('draft')} a`);
  // The screen that had just come may not have been noted yet; the one before it was left for good.
  await isOn(phone, /\/(pelapor|berkas)$/);
  if ((await phone.path()).endsWith('pelapor')) await phone.press(next);
  await isOn(phone, /\/berkas$/);
  await phone.press(next);
  await sees(phone, /KANARI langkah disimpan[^]*KANARI sudah dua minggu menunggu/);
});

promise(
  'a form that was only looked at is no draft; one that was begun says the same step at home as inside (C30)',
  async (stage) => {
    const phone = await stage.chromium();
    await begin(phone, 'akta-kelahiran');
    const [atFirst] = /Langkah \d+ dari \d+/.exec(await sees(phone, /Langkah 1 dari 10/)) ?? [];
    assert.equal(atFirst, 'Langkah 1 dari 10');
    await phone.open('/');
    await sees(phone, /Pengaduan/);
    assert.equal(await phone.count(at('draft')), 0);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'hitungan langkah');
    await sees(phone, /Langkah 4 dari 5/);
    await phone.press('button:has-text("Simpan & keluar")');
    await sees(phone, /Lanjutkan isian[^]*Langkah 4 dari 5[^]*Belum dikirim/);
    await until('one draft', async () => (await phone.count(at('draft'))) === 1);
    await phone.press(`${at('draft')} a`);
    await isOn(phone, /\/berkas$/);
    await sees(phone, /Langkah 4 dari 5/);
  },
);
