import { isoDate } from '#domain/form/parse-date.ts';

/** Things to look at twice. Never a reason to refuse: some real numbers disagree with their holder for life. */
export type NikWarning = 'province' | 'date' | 'sequence';

export interface NikReading {
  /** The 16 digits without gaps, or null when there are not 16. */
  readonly digits: string | null;
  /** Where it was first issued, "36.03.01"; not where the person lives now. */
  readonly regionCode: string | null;
  /** ISO date. The number holds two digits of the year: this is the latest such day that is not after today. */
  readonly birthDate: string | null;
  readonly sex: 'L' | 'P' | null;
  readonly warnings: readonly NikWarning[];
}

const nothing: NikReading = { digits: null, regionCode: null, birthDate: null, sex: null, warnings: [] };

/**
 * What a NIK says: PPKKCC DDMMYY SSSS, with 40 added to the day for women. It has no check digit.
 * @param today ISO date in WIB
 */
export function readNik(text: string, today: string): NikReading {
  const digits = text.normalize('NFKC').replace(/[\s.-]/g, '');
  if (!/^\d{16}$/.test(digits)) return nothing;
  const part = (from: number, to: number): number => Number(digits.slice(from, to));
  const dayField = part(6, 8);
  const birthDate = latestDate(part(10, 12), part(8, 10), dayField > 40 ? dayField - 40 : dayField, today);
  const warnings: NikWarning[] = [];
  if (part(0, 2) < 11 || part(0, 2) > 97) warnings.push('province');
  if (birthDate === null) warnings.push('date');
  if (part(12, 16) === 0) warnings.push('sequence');
  return {
    digits,
    regionCode: `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`,
    birthDate,
    sex: birthDate === null ? null : dayField > 40 ? 'P' : 'L',
    warnings,
  };
}

function latestDate(shortYear: number, month: number, day: number, today: string): string | null {
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const inThisCentury = isoDate(century + shortYear, month, day);
  if (inThisCentury !== null && inThisCentury <= today) return inThisCentury;
  return isoDate(century - 100 + shortYear, month, day);
}

/** Whether the number says another day of birth than the one given. Worth a question, never a refusal. */
export function nikDisagrees(nik: string, birthDate: string, today: string): boolean {
  const reading = readNik(nik, today);
  return reading.birthDate !== null && reading.birthDate.slice(2) !== birthDate.slice(2);
}

/** For lists and screens that others may see: 36••••••••••0001. What is masked stays as it is. */
export function maskNik(text: string): string {
  return isMaskable(text) ? `${text.slice(0, 2)}${'•'.repeat(10)}${text.slice(12)}` : '•'.repeat(text.length);
}

/** Whether it is a whole number of 16 digits, or one that was masked. */
export function isMaskable(text: string): boolean {
  return /^\d{2}[\d•]{10}\d{4}$/.test(text);
}
