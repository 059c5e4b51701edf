import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { signIn } from '../pages/account.ts';
import { attachEvidence, begin, evidenceInput, fillComplaint, goToReview, next, send } from '../pages/complaint.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

/** As somebody types who holds a key down, or has such a name. */
const unbroken = `KANARI${'a'.repeat(64)}`;

promise(
  'C35: with letters of twice the size and names without a gap no screen is wider than the phone, and Kirim can be pressed',
  async (stage) => {
    const phone = await stage.chromium();
    await phone.context.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        document.documentElement.style.fontSize = '32px';
      });
    });
    const looked: string[] = [];
    const look = async (where: string): Promise<void> => {
      looked.push(where);
      await expectToFit(phone, where);
    };
    await phone.open('/');
    await sees(phone, /Pengaduan/);
    await look('home');
    for (const path of [
      '/layanan/akta-kelahiran',
      '/layanan/sku',
      '/layanan/tidak-ada',
      '/permohonan',
      '/permohonan/tidak-ada',
      '/akun',
      '/pengaturan',
      '/pengaturan/catatan',
      '/isi/tidak-ada',
      '/tidak-ada',
    ]) {
      await phone.open(path);
      await phone.page.locator('h1').waitFor();
      await look(path);
    }
    await begin(phone, 'akta-kelahiran');
    await phone.press(next);
    await sees(phone, /bagian perlu diperbaiki/);
    await look('a step with errors');
    await begin(phone, 'sku');
    await phone.type(at('field-nama_pemohon'), unbroken);
    await sees(phone, /Draf tersimpan/);
    await begin(phone, 'pengaduan');
    await phone.type(at('field-judul'), unbroken);
    await phone.type(at('field-isi'), unbroken);
    await look('first step');
    await phone.press(next);
    await isOn(phone, /\/kejadian/);
    await look('second step');
    await phone.press(next);
    await isOn(phone, /\/pelapor/);
    await phone.press(`${at('field-anonim')} input[value="true"]`);
    await phone.press(next);
    await isOn(phone, /\/berkas/);
    await attachEvidence(phone, [stage.photo(60_000, `${'foto'.repeat(20)}.jpg`)]);
    await isThere(phone, evidenceInput);
    await look('papers');
    await phone.context.setOffline(true);
    await sees(phone, /Tidak ada internet/);
    await goToReview(phone);
    await look('review, offline');
    await send(phone);
    await look('stored');
    await phone.context.setOffline(false);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'masih draf');
    await phone.open('/');
    await isThere(phone, at('draft'));
    await look('home with a draft and an unsent application');
    await phone.open('/permohonan');
    await isThere(phone, at('outbox-item'));
    await look('list, waiting');
    await phone.press(`${at('outbox-item')} a`);
    await sees(phone, /Foto atau dokumen bukti/);
    await look('application, waiting');
    await phone.press(at('withdraw'));
    await sees(phone, /Tarik permohonan ini/);
    await look('application, taking it back');
    await phone.page.keyboard.press('Escape');
    await signIn(phone, stage.citizen);
    await look('account');
    await seesReceived(phone);
    await look('list, received');
    await phone.press(`${at('outbox-item')} a`);
    await sees(phone, /Menunggu diperiksa/);
    await look('application, received');
    stage.note(`${looked.length} screens`);
  },
  { limitMs: 360_000 },
);

/** Against the width of the page, for a phone zooms out, and its window grows, when something sticks out. */
async function expectToFit(phone: ChromiumPhone, where: string): Promise<void> {
  const { width, reach, wide } = await phone.page.evaluate(() => {
    const page = document.documentElement.clientWidth;
    return {
      width: page,
      reach: Math.max(document.scrollingElement?.scrollWidth ?? 0, window.innerWidth),
      wide: [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > page + 1)
        .map((element) => `${element.tagName} ${element.className}`),
    };
  });
  assert.equal(width, 360, `${where}: the page itself is ${width} wide`);
  assert.ok(reach <= width && wide.length === 0, `${where} is ${reach} wide: ${wide.join(', ')}`);
}
