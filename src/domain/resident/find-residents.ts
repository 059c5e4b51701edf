import { wordCost, wordsOf } from '#lib/word-cost.ts';
import type { Resident } from './resident.ts';

/**
 * Residents that fit what an officer typed: parts of the name, with a slip of the thumb or two, or digits of the NIK or
 * the number. Best first, by name among equals; all of them while nothing is typed.
 */
export function findResidents(residents: readonly Resident[], typed: string): readonly Resident[] {
  const words = wordsOf(typed.slice(0, 80));
  if (words.length === 0) return residents;
  return residents
    .map((resident) => ({ resident, cost: costOf(resident, words) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ resident }) => resident);
}

function costOf({ name, nik, phone }: Resident, words: readonly string[]): number {
  const names = wordsOf(name);
  return words.reduce(
    (sum, word) => sum + (/^\d+$/.test(word) ? digitCost(word, nik, phone) : wordCost(word, names)),
    0,
  );
}

/** 0812… finds +62812…; fewer than three digits are in everybody's. */
function digitCost(digits: string, nik: string, phone: string): number {
  if (digits.length < 3) return Number.POSITIVE_INFINITY;
  return nik.includes(digits) || phone.includes(digits.replace(/^0/, '62')) ? 1 : Number.POSITIVE_INFINITY;
}
