import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { fillBirth, fillParents, fillWitness } from '../pages/birth-certificate.ts';
import { begin, goToReview, next } from '../pages/complaint.ts';
import { at, isOn, sees, seesAll } from '../pages/screen.ts';

promise('a number is asked, corrected and read again in its unit; two witnesses are two people', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await fillBirth(phone, { weight: '3,2', length: '49,5' });
  await phone.press(next);
  await sees(phone, /Berat bayi: Tulis angka bulat dalam gram, tanpa koma\. Contoh: 3200\./);
  await phone.type(at('field-berat_gram'), '3200');
  await fillParents(phone);
  await fillWitness(phone, 'saksi1', '9999990101900003');
  await fillWitness(phone, 'saksi2', '9999990101900003');
  await phone.press(next);
  await sees(phone, /Saksi 2 – NIK saksi: Nomor ini sama dengan Saksi 1 – NIK saksi/);
  await fillWitness(phone, 'saksi2', '9999990101900004');
  await phone.press(next);
  await isOn(phone, /\/berkas/);
  await goToReview(phone);
  await seesAll(phone, /3\.200 gram[^]*49,5 cm/, /Jam lahir\s+07\.30/, /NIK Anda\s+9999 9901 0190 0001/);
  // Read out with the person that it is about.
  const named = await phone.page.locator('main dt').allTextContents();
  assert.ok(named.includes('Saksi 1 – NIK saksi') && named.includes('Saksi 2 – NIK saksi'), named.join());
});

promise('a business can’t have begun in a year to come', async (stage) => {
  const phone = await stage.chromiumWithShell();
  const nextYear = new Date().getFullYear() + 1;
  await begin(phone, 'sku');
  const { pathname } = new URL(phone.page.url());
  await phone.open(pathname.replace(/[^/]+$/, 'usaha'));
  await phone.type(at('field-mulai_usaha'), String(nextYear));
  await phone.press(next);
  await sees(phone, new RegExp(`Tahun paling akhir ${nextYear - 1}\\.`));
});

promise(
  'a complaint without a name says what the office sees and what not, when it is chosen and before Kirim',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await begin(phone, 'pengaduan');
    await phone.type(at('field-judul'), 'KANARI tanpa nama');
    await phone.type(at('field-isi'), 'KANARI sudah dua minggu menunggu.');
    await phone.press(next);
    await isOn(phone, /\/kejadian/);
    await phone.type(at('field-tgl'), '32');
    await phone.press(next);
    await sees(phone, /misalnya 17-08-1990/);
    await phone.type(at('field-tgl'), '');
    await phone.press(next);
    await isOn(phone, /\/pelapor/);
    const said = /Ya, sembunyikan\s+Petugas membaca laporan[^]*akun pengirim/;
    await sees(phone, said);
    await phone.press(`${at('field-anonim')} input[value="true"]`);
    await phone.press(next);
    await isOn(phone, /\/berkas/);
    await goToReview(phone);
    await sees(phone, said);
  },
);
