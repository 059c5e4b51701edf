import type { ChromiumPhone } from '#tests/e2e/harness/chromium.ts';
import { at, sees } from '#tests/e2e/pages/screen.ts';

/** R41: the code goes in by pasting it whole, and the phone may offer it from the message; no puzzle is in the way. */
export async function pasteCode(phone: ChromiumPhone, code: string, name: string): Promise<readonly string[]> {
  const field = phone.page.locator(`${at('code-form')} input`);
  const faults: string[] = [];
  if ((await field.count()) !== 1) faults.push('the code is not one field');
  if ((await field.getAttribute('autocomplete')) !== 'one-time-code') faults.push('phones do not offer the code');
  if ((await field.getAttribute('inputmode')) !== 'numeric') faults.push('the keyboard is not one of digits');
  const isTaken = await field.evaluate((input) => {
    const clipboardData = new DataTransfer();
    return input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  if (!isTaken) faults.push('pasting is prevented');
  if ((await phone.count('iframe, [class*="captcha" i], canvas')) > 0) faults.push('there is a puzzle, or a frame');
  await field.focus();
  await phone.page.keyboard.insertText(`${code.slice(0, 3)} ${code.slice(3)}`);
  await sees(phone, new RegExp(`Masuk sebagai\\s+${name}`));
  return faults;
}
