import { searchWords } from '../applications/index-applicant.ts';
import type { QueueSearch } from '../stores/queue-store.ts';

const yearsBack = 3;

/**
 * What somebody means who types that: 16 digits are a NIK, fewer the end of a registration number of the last years, and
 * anything else the beginnings of words. Null for what finds nothing by its nature.
 * @param officeCode leads every registration number
 */
export function queueSearchOf(
  typed: string,
  { officeCode, year, macOf }: { officeCode: string; year: number; macOf: (nik: string) => string },
): QueueSearch | null {
  const digits = typed.replaceAll(/[\s.]/g, '');
  if (/^\d{16}$/.test(digits)) return { kind: 'nik', mac: macOf(digits) };
  if (/^\d{4}-\d{4}-\d{1,12}$/.test(digits)) return { kind: 'numbers', numbers: [digits] };
  if (/^\d{1,9}$/.test(digits)) {
    const end = digits.padStart(6, '0');
    const numbers = Array.from({ length: yearsBack }, (_, back) => `${officeCode}-${year - back}-${end}`);
    return { kind: 'numbers', numbers };
  }
  const words = searchWords(typed);
  return words.length === 0 ? null : { kind: 'words', words };
}
