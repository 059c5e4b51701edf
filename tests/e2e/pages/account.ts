import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import { codeSentTo, forgetMessages } from '../harness/messages.ts';
import type { Phone } from '../harness/phone.ts';
import { until } from '../harness/until.ts';
import { at, isThere, sees } from './screen.ts';

export async function askForCode(phone: Phone, login: string): Promise<string> {
  forgetMessages(login);
  await phone.type(`${at('number-form')} input`, login);
  await phone.press(`${at('number-form')} button[type="submit"]`);
  await isThere(phone, at('code-form'));
  return await until('the message with the code', async () => codeSentTo(login));
}

/** From wherever the app asks for it; the sixth digit is enough. */
export async function enterNumberAndCode(phone: Phone, account: DemoAccount): Promise<void> {
  const code = await askForCode(phone, account.login);
  await phone.type(`${at('code-form')} input`, code);
  await until('signed in', async () => (await phone.count(at('sign-in-form'))) === 0);
}

export async function signIn(phone: Phone, account: DemoAccount): Promise<void> {
  await phone.open('/akun');
  await enterNumberAndCode(phone, account);
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
