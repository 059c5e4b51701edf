/** "Berkas Saya", as a person goes about it. */
import type { ChromiumPhone } from '../harness/chromium.ts';
import type { Phone } from '../harness/phone.ts';
import { until } from '../harness/until.ts';
import type { SampleFile } from '../samples/sample-file.ts';
import { begin } from './complaint.ts';
import { readRows } from './phone-store.ts';
import { at, isOn, isThere } from './screen.ts';

/** Begins a form, writes the applicant's name, and goes to its papers; resolves with the slot's selector. */
export async function openSlot(phone: ChromiumPhone, serviceId: string, slot: string, name: string): Promise<string> {
  await begin(phone, serviceId);
  await phone.type(at('field-nama_pemohon'), name);
  const form = (await phone.path()).replace(/\/[^/]+$/, '');
  const draftId = form.replace('/isi/', '');
  await until('the name is in the draft', async () =>
    (await readRows(phone, 'drafts')).some((row) => {
      const text = JSON.stringify(row);
      return text.includes(draftId) && text.includes(name);
    }),
  );
  await phone.open(`${form}/berkas`);
  await isThere(phone, at(`slot-${slot}`));
  return at(`slot-${slot}`);
}

/** From the wallet's own screen, before any form asks for it. */
export async function keepPaper(phone: Phone, kind: string, whose: string, file: SampleFile): Promise<void> {
  await phone.open('/berkas');
  await addPaper(phone, kind, whose, file);
}

/** The same, on that screen already. */
export async function addPaper(phone: Phone, kind: string, whose: string, file: SampleFile): Promise<void> {
  await phone.press(at('wallet-add'));
  await isOn(phone, /\/berkas\/tambah$/);
  await phone.choose(at('wallet-kind'), kind);
  await phone.type(at('wallet-whose'), whose);
  await phone.attach(at('wallet-input'), [file]);
  await isOn(phone, /\/berkas$/);
  await isThere(phone, at('wallet-paper'));
}
