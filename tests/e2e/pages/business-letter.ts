/** The SKU: a letter with an NIK, a family card and photos that have to be there. */
import type { Phone } from '../harness/phone.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { begin, goToReview, next } from './complaint.ts';
import { at, isOn } from './screen.ts';

/** Nobody's: no region begins with 99. */
export const nobodysNik = '9999990101900001';
export const nobodysFamilyCard = '9999990101100001';

/** From the service page to the review; every question answered. */
export async function fillBusinessLetter(phone: Phone, stage: Stage): Promise<void> {
  await fillLetterAnswers(phone);
  for (const slot of ['ktp', 'kk', 'pengantar_rt_rw']) await attachTo(phone, slot, stage);
  await goToReview(phone);
}

/** From the service page to the papers, none of which is there. */
export async function fillLetterAnswers(phone: Phone): Promise<void> {
  await begin(phone, 'sku');
  await type(phone, {
    nama_pemohon: 'KANARI Siti',
    nik_pemohon: nobodysNik,
    no_kk: nobodysFamilyCard,
    no_hp: '0812-0000-0001',
  });
  await phone.press(next);
  await isOn(phone, /\/usaha/);
  await type(phone, { nama_usaha: 'Warung KANARI', jenis_usaha: 'Warung makan', mulai_usaha: '2019' });
  await phone.press(`${at('field-punya_nib')} input[value="false"]`);
  await phone.press(next);
  await isOn(phone, /\/tempat/);
  await type(phone, { usaha_alamat: 'Kampung KANARI 1', usaha_rt: '002', usaha_rw: '005' });
  await chooseFirstVillage(phone, 'usaha_wilayah');
  await phone.press(next);
  await isOn(phone, /\/keperluan/);
  await type(phone, { keperluan: 'Pengajuan KUR' });
  await phone.press(next);
  await isOn(phone, /\/berkas/);
}

export async function attachTo(phone: Phone, slot: string, stage: Stage): Promise<void> {
  const before = await phone.count(at('paper'));
  await phone.attach(`${at(`slot-${slot}`)} ${at('photo-input')}`, [stage.photo(120_000)]);
  await until(`a paper for ${slot}`, async () => (await phone.count(at('paper'))) === before + 1);
}

async function type(phone: Phone, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, answer] of Object.entries(answers)) await phone.type(at(`field-${field}`), answer);
}

async function chooseFirstVillage(phone: Phone, field: string): Promise<void> {
  await phone.choose(`#answer-${field}-kecamatan`, '36.03.01');
  await phone.choose(`#answer-${field}-village`, '36.03.01.2003');
}
