import type { Phone } from '../harness/phone.ts';
import { at, isThere, sees } from './screen.ts';

export const pin = '280194';

/** Under Pengaturan, by a PIN. */
export async function lockByPin(phone: Phone): Promise<void> {
  await phone.open('/pengaturan/kunci');
  await phone.press(`${at('new-lock')} input[value="pin"]`);
  await phone.type(at('new-pin'), pin);
  await phone.type(at('repeat-pin'), pin);
  await phone.press(`${at('new-lock')} button[type="submit"]`);
  await sees(phone, /Terpasang: PIN/);
}

/** By a passkey: the phone's authenticator does the rest. */
export async function lockByPasskey(phone: Phone): Promise<void> {
  await phone.open('/pengaturan/kunci');
  await phone.press(`${at('new-lock')} input[value="passkey"]`);
  await phone.press(`${at('new-lock')} button[type="submit"]`);
  await sees(phone, /Terpasang: Sidik jari/);
}

export async function unlockByPin(phone: Phone, typed: string): Promise<void> {
  await isThere(phone, at('unlock-secret'));
  await phone.type(at('unlock-secret'), typed);
  await phone.press(`${at('unlock')} button[type="submit"]`);
}

/** Where a lock is asked for, or under Pengaturan: by a PIN that the office guards. */
export async function lockByOfficePin(phone: Phone): Promise<void> {
  await phone.press(`${at('new-lock')} input[value="office-pin"]`);
  await phone.type(at('new-pin'), pin);
  await phone.type(at('repeat-pin'), pin);
  await phone.press(`${at('new-lock')} button[type="submit"]`);
}

/** Takes it away again. */
export async function unlockForGood(phone: Phone): Promise<void> {
  await phone.open('/pengaturan/kunci');
  await unlockByPin(phone, pin);
  await phone.press(at('remove-lock'));
  await unlockByPin(phone, pin);
  await isThere(phone, at('new-lock'));
}
