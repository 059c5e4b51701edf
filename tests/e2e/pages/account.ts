import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import type { Phone } from '../harness/phone.ts';
import { until } from '../harness/until.ts';
import { at, isThere, sees } from './screen.ts';

export async function signIn(phone: Phone, account: DemoAccount): Promise<void> {
  await phone.open('/akun');
  await phone.type(`${at('sign-in-form')} input[autocomplete="tel"]`, account.login);
  await phone.type(`${at('sign-in-form')} input[autocomplete="one-time-code"]`, account.code);
  await phone.press(`${at('sign-in-form')} button[type="submit"]`);
  await until('signed in', async () => (await phone.count(at('sign-in-form'))) === 0);
  await sees(phone, new RegExp(`Masuk sebagai\\s+${account.name}`));
}

/** A phone that has been here before, in order: the shell and the services lie on it, its owner is signed in. */
export async function settleIn(phone: Phone, account: DemoAccount): Promise<void> {
  await phone.open('/');
  await sees(phone, /Pengaduan/);
  await phone.waitForWorker();
  await phone.open('/layanan/pengaduan');
  await isThere(phone, at('start'));
  await signIn(phone, account);
}

export async function signOut(phone: Phone): Promise<void> {
  await phone.open('/akun');
  await phone.press(at('sign-out'));
  await phone.press(at('confirm-sign-out'));
  await isThere(phone, at('sign-in-form'));
}
