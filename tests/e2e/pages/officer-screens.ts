/** What a field officer sees, and a lock: the last part of a life with the app. */
import type { ChromiumPhone } from '../harness/chromium.ts';
import { lockByOfficePin, lockByPin, pin, unlockByPin, unlockForGood } from './lock.ts';
import { overwrite, readRows } from './phone-store.ts';
import { at, isThere, sees } from './screen.ts';

type Look = (where: string) => Promise<void>;

/** The phone takes whoever is signed in for a field officer; or for a citizen again. */
export async function beOfficer(phone: ChromiumPhone, roles: readonly string[]): Promise<void> {
  const rows = await readRows(phone, 'meta');
  const row = rows.find((one) => isNamed(one) && one.key === 'account');
  if (!isNamed(row) || typeof row.value !== 'object') throw new Error('nobody is signed in');
  await overwrite(phone, { table: 'meta', key: 'account', value: { ...row.value, roles } });
}

function isNamed(row: unknown): row is { readonly key: string; readonly value: unknown } {
  return typeof row === 'object' && row !== null && 'key' in row && 'value' in row;
}

/** Somebody is signed in. */
export async function workAsOfficer(phone: ChromiumPhone, name: string, look: Look): Promise<void> {
  await beOfficer(phone, ['pendamping']);
  await phone.open('/warga/tambah');
  await isThere(phone, at('lock-first'));
  await look('a lock before the first resident');
  await lockByOfficePin(phone);
  await phone.type(at('resident-name'), name);
  await phone.press(at('resident-save'));
  await isThere(phone, at('resident-start'));
  await phone.press(at('resident-start'));
  await phone.press(`${at('begin-pengaduan')} a`);
  await isThere(phone, at('consent-text'));
  await phone.press('input[value="spoken"]');
  await isThere(phone, at('consent-witness'));
  await look('consent');
  await phone.type(at('consent-witness'), name);
  await phone.press(at('consent-give'));
  await isThere(phone, at('form'));
  await phone.open('/warga');
  await unlockByPin(phone, pin);
  await isThere(phone, at('resident'));
  await look('residents');
  await phone.press(`${at('resident')} a`);
  await isThere(phone, at('resident-consent'));
  await look('a resident’s folder');
  await phone.open('/harian');
  await unlockByPin(phone, pin);
  await isThere(phone, at('day-row'));
  await look('day');
  await phone.open('/akun');
  await unlockByPin(phone, pin);
  await phone.press(at('sign-out'));
  await isThere(phone, at('hand-over'));
  await look('signing out as an officer');
  await phone.page.keyboard.press('Escape');
  await unlockForGood(phone);
  await beOfficer(phone, []);
}

/** Nothing else can be looked at afterwards. */
export async function lockItself(phone: ChromiumPhone, look: Look): Promise<void> {
  await phone.open('/pengaturan/kunci');
  await isThere(phone, at('new-lock'));
  await look('lock, none yet');
  await lockByPin(phone);
  await phone.open('/');
  await unlockByPin(phone, '314159');
  await sees(phone, /PIN belum cocok/);
  await look('locked');
}
