/** Finding a word by what a thumb typed of it. */
import { prefixDistance } from './prefix-distance.ts';

/** Lower-case words of a text, without accents. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * How far a typed word is from the nearest candidate: 0 is the word itself, then its beginning, then a part of it, then
 * a slip of the thumb or two in a longer one. Infinity when it is none of them.
 */
export function wordCost(typed: string, candidates: readonly string[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === typed) return 0;
    if (candidate.startsWith(typed)) best = Math.min(best, 1);
    else if (candidate.includes(typed)) best = Math.min(best, 2);
    else best = Math.min(best, typoCost(typed, candidate));
  }
  return best;
}

/** Compares with as much of the name as was typed, so that mistakes are forgiven while typing too. */
function typoCost(typed: string, candidate: string): number {
  const allowed = typed.length >= 7 ? 2 : typed.length >= 4 ? 1 : 0;
  if (allowed === 0) return Number.POSITIVE_INFINITY;
  const distance = prefixDistance(typed, candidate);
  if (distance > allowed) return Number.POSITIVE_INFINITY;
  return 10 * distance + Math.abs(candidate.length - typed.length) / 100;
}
