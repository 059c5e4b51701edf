import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import type { SampleFile } from '../samples/sample-file.ts';
import { settleIn } from '../pages/account.ts';
import { begin, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

/** What the phone does when a person picks Ajukan in another app's list: a form is posted, from no page. */
async function share(phone: ChromiumPhone, files: readonly SampleFile[]): Promise<void> {
  const content = files.map(({ name, mediaType, bytes }) => ({ name, type: mediaType, bytes: [...bytes] }));
  await phone.page.evaluate((all) => {
    const form = document.createElement('form');
    const input = document.createElement('input');
    Object.assign(form, { method: 'post', action: '/share', enctype: 'multipart/form-data' });
    Object.assign(input, { type: 'file', name: 'files', multiple: true });
    const picked = new DataTransfer();
    for (const { name, type, bytes } of all) picked.items.add(new File([new Uint8Array(bytes)], name, { type }));
    input.files = picked.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  }, content);
  await isOn(phone, /^\/bagikan/);
}

promise(
  'files that another app shares with no signal wait, and end in the application they belong to',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'berkas dibagikan');
    await stage.proxy.link.down();
    const [photo, pdf] = [stage.photo(60_000, 'kwitansi.jpg'), stage.pdf('surat.pdf')];
    const noPaper = stage.sample('catatan.txt', 'application/pdf', Buffer.from('bukan PDF'));
    await share(phone, [photo, noPaper, pdf]);
    await sees(phone, /kwitansi.jpg/);

    await phone.open('/');
    await sees(phone, /3 berkas dari aplikasi lain/);
    await phone.press(at('shared-files'));
    await phone.press(at('target-bukti'));
    await sees(phone, /Berkas 1 dari 2/);
    await phone.press(at('target-bukti'));
    await sees(phone, /Jenis berkas ini tidak diterima/);
    await phone.press(`${at('shared-file')} button[aria-label="Hapus catatan.txt"]`);
    await phone.press(at('shared-remove'));
    await sees(phone, /surat.pdf/);
    await phone.press(at('target-bukti'));
    await isOn(phone, /\/isi\/.+\/berkas/);
    await isThere(phone, at('paper'));
    await stage.proxy.link.up();
    await goToReview(phone);
    await send(phone);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [photo, pdf]);
  },
);
