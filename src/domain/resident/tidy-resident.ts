import { cleanDigits, cleanText } from '#domain/form/clean-text.ts';
import { readPhone } from '#domain/identity/phone.ts';
import type { ResidentWords } from './resident.ts';

/** What has to be repaired before it is kept. An odd NIK is no reason: see `readNik` for what to warn of. */
export type ResidentProblem = 'name-missing' | 'phone-unreadable';

const longestName = 200;
const longestNote = 1_000;

/** What an officer typed, in the one form in which it is kept: blanks gone, digits in one run, the number as E.164. */
export function tidyResident(typed: ResidentWords): {
  readonly words: ResidentWords;
  readonly problems: readonly ResidentProblem[];
} {
  const name = firstLetters(cleanText(typed.name, false).replaceAll(/\s+/gu, ' '), longestName);
  const phone = cleanText(typed.phone, false);
  const number = phone === '' ? '' : readPhone(phone);
  const problems: ResidentProblem[] = [];
  if (name === '') problems.push('name-missing');
  if (number === null) problems.push('phone-unreadable');
  return {
    words: {
      name,
      nik: firstLetters(cleanDigits(typed.nik), longestName),
      phone: number ?? phone,
      area: typed.area,
      note: firstLetters(cleanText(typed.note, true), longestNote),
    },
    problems,
  };
}

/** Whole characters, and nothing at the end that cleaning would take away. */
function firstLetters(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : letters.slice(0, most).join('').trimEnd();
}
