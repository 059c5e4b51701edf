import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { begin, complain, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

promise('C27: one press of the back button after Kirim leads out of the form, to the service', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await complain(phone, 'tombol kembali');
  await expectStored(phone);
  await phone.page.goBack();
  await isOn(phone, /^\/layanan\/pengaduan$/);
  await isThere(phone, at('start'));
  await phone.page.goForward();
  await expectStored(phone);
  await phone.page.goBack();
  await isOn(phone, /^\/layanan\/pengaduan$/);
});

promise('C27: so it does when the page was loaded again in the middle of the form, and after Kirim', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'dimuat ulang');
  await phone.page.reload();
  await isThere(phone, at('next'));
  await goToReview(phone);
  await phone.page.reload();
  await isThere(phone, at('submit'));
  await send(phone);
  await phone.page.reload();
  await expectStored(phone);
  await phone.page.goBack();
  await isOn(phone, /^\/layanan\/pengaduan$/);
});

promise('C27: a form left and opened again from home is behind its sender, both times', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'dilanjutkan');
  await phone.page.getByText('Simpan & keluar').click();
  await isOn(phone, /^\/$/);
  await phone.press(`${at('draft')} a`);
  await isOn(phone, /\/berkas/);
  await goToReview(phone);
  await send(phone);
  await expectStored(phone);
  await phone.page.goBack();
  await isOn(phone, /^\/$/);
  // Before home the first visit to the form lies; it says what became of it, and is as short.
  await phone.page.goBack();
  await expectStored(phone);
  await phone.page.goBack();
  await isOn(phone, /^\/layanan\/pengaduan$/);
});

async function expectStored(phone: ChromiumPhone): Promise<void> {
  await isOn(phone, /^\/isi\/[^/]+\/terkirim$/);
  await sees(phone, /Tersimpan di HP ini/);
}
