import { promise } from '../harness/promise.ts';
import { attachEvidence, begin, evidenceInput, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { fillUp, leaveAsVersion2 } from '../pages/full-phone.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'F6 C29 C19: a paper that does not fit is said so in words, what was typed stays, and a smaller one goes in',
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

promise(
  'F7: a phone that is full to the last byte is brought up to date by a new release, and what lay there is there',
  async (stage) => {
    const phone = await stage.chromium();
    const session = await phone.session();
    await session.send('Storage.overrideQuotaForOrigin', { origin: stage.office.origin, quotaSize: 4_000_000 });
    await phone.open('/manifest.webmanifest');
    await leaveAsVersion2(phone);
    await fillUp(phone);
    await phone.open('/');
    await sees(phone, /3 permohonan belum terkirim[^]*Lanjutkan isian/);
    await isThere(phone, at('draft'));
  },
);
