/** "Berkas Saya", as a person goes about it. */
import type { Phone } from '../harness/phone.ts';
import type { SampleFile } from '../samples/sample-file.ts';
import { begin } from './complaint.ts';
import { at, isOn, isThere } from './screen.ts';

/** Begins a form, writes the applicant's name, and goes to its papers; resolves with the slot's selector. */
export async function openSlot(phone: Phone, serviceId: string, slot: string, name: string): Promise<string> {
  await begin(phone, serviceId);
  await phone.type(at('field-nama_pemohon'), name);
  const form = (await phone.path()).replace(/\/[^/]+$/, '');
  await phone.open(`${form}/berkas`);
  await isThere(phone, at(`slot-${slot}`));
  return at(`slot-${slot}`);
}

/** From the wallet's own screen, before any form asks for it. */
export async function keepPaper(phone: Phone, kind: string, whose: string, file: SampleFile): Promise<void> {
  await phone.open('/berkas');
  await phone.press(at('wallet-add'));
  await isOn(phone, /\/berkas\/tambah$/);
  await phone.choose(at('wallet-kind'), kind);
  await phone.type(at('wallet-whose'), whose);
  await phone.attach(at('wallet-input'), [file]);
  await isOn(phone, /\/berkas$/);
  await isThere(phone, at('wallet-paper'));
}
