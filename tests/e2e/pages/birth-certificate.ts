/** The longest service of the catalogue: parents, units and two witnesses. */
import type { Phone } from '../harness/phone.ts';
import { nobodysFamilyCard, nobodysNik } from './business-letter.ts';
import { begin, next } from './complaint.ts';
import { at, isOn } from './screen.ts';

export interface Birth {
  readonly weight: string;
  readonly length: string;
}

/** From the service page to the step with weight and length, filled in; married parents with their papers. */
export async function fillBirth(phone: Phone, { weight, length }: Birth): Promise<void> {
  await begin(phone, 'akta-kelahiran');
  await choose(phone, { orang_tua_diketahui: 'true', ada_surat_lahir: 'true', status_orang_tua: 'ada_buku_nikah' });
  await goTo(phone, /\/pemohon/);
  await type(phone, {
    nama_pemohon: 'KANARI Siti',
    nik_pemohon: nobodysNik,
    no_kk: nobodysFamilyCard,
    no_hp: '0812-0000-0001',
  });
  await goTo(phone, /\/anak/);
  await type(phone, { nama_anak: 'KANARI Bayi', anak_ke: '1' });
  await choose(phone, { jk_anak: 'P', jenis_kelahiran: '1' });
  await goTo(phone, /\/kelahiran$/);
  await type(phone, { tgl_lahir: '17-08-2026', jam_lahir: '07:30', kota_lahir: 'Kabupaten Tangerang' });
  await choose(phone, { tempat_dilahirkan: '2' });
  await goTo(phone, /\/persalinan/);
  await choose(phone, { penolong: '2' });
  await type(phone, { berat_gram: weight, panjang_cm: length });
}

/** Mother and father, up to the witnesses. */
export async function fillParents(phone: Phone): Promise<void> {
  await goTo(phone, /\/ibu/);
  await type(phone, { nama_ibu: 'KANARI Ibu', nik_ibu: '9999990101900002' });
  await goTo(phone, /\/ayah/);
  await type(phone, { nama_ayah: 'KANARI Ayah' });
  await goTo(phone, /\/saksi/);
}

export async function fillWitness(phone: Phone, witness: 'saksi1' | 'saksi2', nik: string): Promise<void> {
  await phone.type(`${at(`field-${witness}`)} ${at('field-nama')}`, 'KANARI Saksi');
  await phone.type(`${at(`field-${witness}`)} ${at('field-nik')}`, nik);
}

async function goTo(phone: Phone, path: RegExp): Promise<void> {
  await phone.press(next);
  await isOn(phone, path);
}
async function type(phone: Phone, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, answer] of Object.entries(answers)) await phone.type(at(`field-${field}`), answer);
}
async function choose(phone: Phone, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(answers)) {
    await phone.press(`${at(`field-${field}`)} input[value="${value}"]`);
  }
}
