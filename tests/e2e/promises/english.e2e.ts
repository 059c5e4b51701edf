import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { attachEvidence, begin, complain, fillComplaint } from '../pages/complaint.ts';
import { sees } from '../pages/screen.ts';

/** Often enough that words arrive in every order. */
const loadsOfEach = 3;

promise(
  'in English every screen opens, however often it is loaded, with an application in the outbox and a draft on the way',
  async (stage) => {
    const phone = await stage.chromium();
    await complain(phone, 'berbahasa Inggris', [stage.photo(60_000)]);
    const sent = (await phone.path()).split('/')[2];
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'masih draf');
    await attachEvidence(phone, [stage.photo(60_000)]);
    const draft = (await phone.path()).split('/')[2];
    await phone.open('/pengaturan');
    await phone.press('input[value="en"]');
    await sees(phone, /Settings/);
    for (const [path, words] of [
      ['/', /What do you need/],
      ['/layanan/pengaduan', /New form/],
      ['/layanan/tidak-ada', /services|office/i],
      ['/permohonan', /Saved on this phone/],
      [`/permohonan/${sent}`, /Saved on this phone/],
      ['/permohonan/tidak-ada', /not on this phone/],
      ['/akun', /Sign in/],
      ['/pengaturan', /Privacy/],
      ['/pengaturan/catatan', /Sending log/],
      [`/isi/${sent}/terkirim`, /Saved on this phone/],
      [`/isi/${draft}/laporan`, /Step 1 of/],
      [`/isi/${draft}/berkas`, /Add your papers/],
      [`/isi/${draft}/periksa`, /Check, then send/],
      ['/isi/tidak-ada', /No such draft/],
      ['/tidak-ada', /Home/],
    ] as const) {
      await phone.open(path);
      for (let load = 1; load <= loadsOfEach; load += 1) {
        await expectWhole(phone, path, words);
        if (load < loadsOfEach) await phone.page.reload();
      }
    }
    assert.deepEqual(phone.witness.complaints, []);
  },
  { limitMs: 360_000, usualMs: 33_000 },
);

async function expectWhole(phone: ChromiumPhone, path: string, words: RegExp): Promise<void> {
  const text = await until(`${path} is drawn in English`, async () => {
    const shown = await phone.text();
    assert.doesNotMatch(shown, /can’t be opened|tidak bisa dibuka/, `${path} crashed`);
    return words.test(shown) && shown;
  });
  assert.doesNotMatch(text, /Tersimpan di HP ini|Permohonan saya/, `${path} speaks two languages`);
}
