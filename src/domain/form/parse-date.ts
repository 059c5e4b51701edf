const monthStems: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'ags', 'agt', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];

/** The date as ISO 8601, or null when there is no such day (30 February). */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** True for a day that exists, written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return monthStems.findIndex((stems) => stems.some((stem) => text.startsWith(stem))) + 1;
}

/** Two digits mean 1950 to 2049; with a latest day, the last such year that is not after it. */
function fullYear(text: string, month: number, day: number, latest: string | undefined): number {
  const year = Number(text);
  if (text.length > 2) return year;
  if (latest === undefined) return year < 50 ? 2000 + year : 1900 + year;
  const thisCentury = Math.floor(Number(latest.slice(0, 4)) / 100) * 100;
  const candidate = isoDate(thisCentury + year, month, day);
  return candidate !== null && candidate <= latest ? thisCentury + year : thisCentury - 100 + year;
}

/**
 * A date as people write it: 24-11-2026, 24/11/26, 24.11.2026, 24112026, 241126, 24 November 2026, 24nop2026,
 * 24 Nop '26, Selasa, 24 November 2026, tgl 24-11-2026, 2026-11-24. The day comes before the month, as in Indonesia; nothing is guessed.
 * @param latest ISO date that a two-digit year may not go beyond, for birth dates
 * @returns ISO 8601, or null when it is no date
 */
export function parseDate(text: string, latest?: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain.length > 40) return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso !== null) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written =
    /^(?:[a-z'’.]+,?\s*)?(\d{1,2})[\s\-/.,]+(\d{1,2})[\s\-/.,]+['’]?(\d{4}|\d{2})$/.exec(plain) ??
    /^(?:[a-z'’.]+,?\s*)?(\d{1,2})[\s\-/.,]*([a-z]{3,10})[\s\-/.,]*['’]?(\d{4}|\d{2})$/.exec(plain) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(plain);
  const [, dayText, monthText, yearText] = written ?? [];
  if (dayText === undefined || monthText === undefined || yearText === undefined) return null;
  const day = Number(dayText);
  const month = monthNumber(monthText);
  return month === 0 ? null : isoDate(fullYear(yearText, month, day, latest), month, day);
}
