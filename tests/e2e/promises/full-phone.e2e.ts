import { promise } from '../harness/promise.ts';
import { attachEvidence, begin, evidenceInput, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'F6: a paper that does not fit is said so in words, what was typed stays, and a smaller one goes in',
  async (stage) => {
    const phone = await stage.chromium();
    const session = await phone.session();
    await session.send('Storage.overrideQuotaForOrigin', { origin: stage.office.origin, quotaSize: 6_000_000 });
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'memori penuh');
    await phone.attach(evidenceInput, [stage.scan(8_000_000)]);
    await sees(phone, /Penyimpanan HP penuh/);
    await phone.page.reload();
    await phone.open('/');
    await sees(phone, /Lanjutkan isian/);
    await phone.press(`${at('draft')} a`);
    await isThere(phone, evidenceInput);
    await attachEvidence(phone, [stage.photo(100_000)]);
    await goToReview(phone);
    await sees(phone, /KANARI memori penuh[^]*KANARI sudah dua minggu menunggu/);
    await send(phone);
  },
);
