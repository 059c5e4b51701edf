/** The shortest service of the catalogue, as a person goes through it. */
import type { Phone } from '../harness/phone.ts';
import { until } from '../harness/until.ts';
import type { SampleFile } from '../samples/sample-file.ts';
import { at, isOn, isThere } from './screen.ts';

export const next = at('next');
export const evidenceInput = `${at('slot-bukti')} ${at('photo-input')}`;

/** From the service page to the form's first step. */
export async function begin(phone: Phone, serviceId: string): Promise<void> {
  await phone.open(`/layanan/${serviceId}`);
  await phone.press(at('start'));
  await isThere(phone, at('form'));
}

/** Up to the papers, from the first step. */
export async function fillComplaint(phone: Phone, title: string): Promise<void> {
  await phone.type(at('field-judul'), `KANARI ${title}`);
  await phone.type(at('field-isi'), 'KANARI sudah dua minggu menunggu.');
  await phone.press(next);
  await isOn(phone, /\/kejadian/);
  await phone.press(next);
  await isOn(phone, /\/pelapor/);
  await phone.press(`${at('field-anonim')} input[value="true"]`);
  await phone.press(next);
  await isOn(phone, /\/berkas/);
}

export async function attachEvidence(phone: Phone, files: readonly SampleFile[]): Promise<void> {
  const before = await phone.count(at('paper'));
  await phone.attach(evidenceInput, files);
  await until('the papers are in', async () => (await phone.count(at('paper'))) === before + files.length);
}

export async function goToReview(phone: Phone): Promise<void> {
  await phone.press(next);
  await isOn(phone, /\/periksa/);
}

/** On the screen after Kirim: stored on the phone, or at the office already where the signal is good. */
export const storedOrReceived = `${at('saved-badge')}, ${at('received-badge')}`;

/** Presses Kirim and waits for the words that are true only once it is stored. */
export async function send(phone: Phone): Promise<void> {
  await phone.press(at('submit'));
  await isThere(phone, storedOrReceived);
}

/** The whole way to "Tersimpan di HP ini". */
export async function complain(phone: Phone, title: string, files: readonly SampleFile[] = []): Promise<void> {
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, title);
  if (files.length > 0) await attachEvidence(phone, files);
  await goToReview(phone);
  await send(phone);
}
