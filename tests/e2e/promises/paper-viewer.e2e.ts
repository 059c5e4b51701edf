import { pdfObjects, plainPdf } from '#tests/fixtures/pdf.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, begin, fillComplaint } from '../pages/complaint.ts';
import { at, isThere, sees } from '../pages/screen.ts';

const look = `${at('paper')} button`;

promise('the pages of a PDF are looked at one by one, and with no signal too once that was done', async (stage) => {
  const phone = await stage.chromium();
  await settleIn(phone, stage.citizen);
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'lihat halaman');
  await attachEvidence(phone, [stage.sample('surat.pdf', 'application/pdf', plainPdf(pdfObjects(3)))]);

  await stage.proxy.link.down();
  await phone.press(look);
  await sees(phone, /perlu internet sekali saja/);
  await stage.proxy.link.up();
  await phone.press(at('viewer-again'));
  await sees(phone, /Halaman 1 dari 3/);
  await isThere(phone, at('viewer-picture'));
  await phone.press(at('viewer-after'));
  await sees(phone, /Halaman 2 dari 3/);
  await phone.press(at('viewer-close'));

  await stage.proxy.link.down();
  await phone.open(new URL(phone.page.url()).pathname);
  await phone.press(look);
  await sees(phone, /Halaman 1 dari 3/);
  await isThere(phone, at('viewer-picture'));
});
