/** The shortest service of the catalogue, as a person goes through it. */
import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import type { Phone } from '../harness/phone.ts';
import { until } from '../harness/until.ts';
import type { SampleFile } from '../samples/sample-file.ts';

export const at = (testId: string): string => `[data-testid="${testId}"]`;
export const next = at('next');

export async function sees(phone: Phone, what: RegExp, limitMs?: number): Promise<string> {
  return await until(
    `the screen says ${String(what)}`,
    async () => {
      const text = await phone.text();
      return what.test(text) ? text : undefined;
    },
    limitMs,
  );
}

export async function isOn(phone: Phone, path: RegExp): Promise<string> {
  return await until(`the app is at ${String(path)}`, async () => {
    const now = await phone.path();
    return path.test(now) ? now : undefined;
  });
}

export async function signIn(phone: Phone, account: DemoAccount): Promise<void> {
  await phone.open('/akun');
  await phone.type(`${at('sign-in-form')} input[autocomplete="tel"]`, account.login);
  await phone.type(`${at('sign-in-form')} input[autocomplete="one-time-code"]`, account.code);
  await phone.press(`${at('sign-in-form')} button[type="submit"]`);
  await sees(phone, /KANARI WARGA/);
}

/** From the service page to the form's first step. */
export async function begin(phone: Phone, serviceId: string): Promise<void> {
  await phone.open(`/layanan/${serviceId}`);
  await phone.press(at('start'));
  await until('the form is there', async () => (await phone.count(at('form'))) > 0);
}

/** Up to the review, from the first step. */
export async function fillComplaint(phone: Phone, title: string, files: readonly SampleFile[] = []): Promise<void> {
  await phone.type(at('field-judul'), `KANARI ${title}`);
  await phone.type(at('field-isi'), 'KANARI sudah dua minggu menunggu.');
  await phone.press(next);
  await isOn(phone, /\/kejadian/);
  await phone.press(next);
  await isOn(phone, /\/pelapor/);
  await phone.press(`${at('field-anonim')} input[value="true"]`);
  await phone.press(next);
  await isOn(phone, /\/berkas/);
  if (files.length > 0) {
    await phone.attach(`${at('slot-bukti')} ${at('photo-input')}`, files);
    await until('the papers are in', async () => (await phone.count(at('paper'))) === files.length);
  }
  await phone.press(next);
  await isOn(phone, /\/periksa/);
}

/** Presses Kirim and waits for the words that are true only once it is stored. */
export async function send(phone: Phone): Promise<void> {
  await phone.press(at('submit'));
  await until('it is stored', async () => (await phone.count(at('saved-badge'))) > 0);
}

export async function complain(phone: Phone, title: string, files: readonly SampleFile[] = []): Promise<void> {
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, title, files);
  await send(phone);
}

/** Opens the list and waits until every application there has been received. */
export async function seesReceived(phone: Phone, count = 1, limitMs = 40_000): Promise<void> {
  await phone.open('/permohonan');
  await until(
    `${count} received`,
    async () => (await phone.count(`${at('outbox-item-state')}[data-state="done"]`)) === count,
    limitMs,
  );
}
