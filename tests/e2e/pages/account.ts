import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import type { Phone } from '../harness/phone.ts';
import { at, isThere, sees } from './screen.ts';

export async function signIn(phone: Phone, account: DemoAccount): Promise<void> {
  await phone.open('/akun');
  await phone.type(`${at('sign-in-form')} input[autocomplete="tel"]`, account.login);
  await phone.type(`${at('sign-in-form')} input[autocomplete="one-time-code"]`, account.code);
  await phone.press(`${at('sign-in-form')} button[type="submit"]`);
  await sees(phone, new RegExp(account.name));
}

export async function signOut(phone: Phone): Promise<void> {
  await phone.open('/akun');
  await phone.press(at('sign-out'));
  await phone.press(at('confirm-sign-out'));
  await isThere(phone, at('sign-in-form'));
}
