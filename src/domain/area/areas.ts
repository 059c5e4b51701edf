/**
 * Looking up villages. Heavy with data, so a page loads it only when a question asks for a place:
 * `await import('#domain/area/areas.ts')`.
 */
import { wordCost, wordsOf } from '#lib/word-cost.ts';
import { regency, type Village, villages } from './villages.ts';

const byCode = new Map(villages.map((village) => [village.code, village]));

export function findVillage(code: string): Village | undefined {
  return byCode.get(code);
}

/** For `ValidationContext.isKnownArea`. */
export function isVillageCode(code: string): boolean {
  return byCode.has(code);
}

/** "Talagasari, Kec. Balaraja"; undefined for a code that is not of this regency. */
export function areaName(code: string): string | undefined {
  const village = byCode.get(code);
  return village === undefined ? undefined : `${village.name}, Kec. ${village.kecamatan}`;
}

/** Of a village, "Kec. Balaraja" of a kecamatan, or "Kabupaten Tangerang"; undefined for anything else. */
export function placeName(code: string): string | undefined {
  if (code === regency.code) return regency.name;
  const village = areaName(code);
  if (village !== undefined) return village;
  const inside = villages.find((one) => one.code.startsWith(`${code}.`) && code.split('.').length === 3);
  return inside === undefined ? undefined : `Kec. ${inside.kecamatan}`;
}

/** Words that people put before a name and that no name holds. */
const prefixes = new Set(['desa', 'ds', 'kelurahan', 'kel', 'kecamatan', 'kec']);

interface Entry {
  readonly village: Village;
  /** Each word, and the name run together (Jati Mulya is also written Jatimulya). */
  readonly villageWords: readonly string[];
  readonly kecamatanWords: readonly string[];
}

function spellings(name: string): readonly string[] {
  const words = wordsOf(name);
  return words.length > 1 ? [words.join(''), ...words] : words;
}

const entries: readonly Entry[] = villages.map((village) => ({
  village,
  villageWords: spellings(village.name),
  kecamatanWords: spellings(village.kecamatan),
}));

/**
 * Villages that fit what a person typed: parts of words, in any order, the kecamatan's name as well, with a typing
 * mistake or two in a longer word, or a postal code. Best first.
 * @param limit most results to return
 */
export function findVillages(query: string, limit = 20): readonly Village[] {
  const typed = wordsOf(query.slice(0, 80));
  const words = typed.filter((word) => !prefixes.has(word));
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ village: entry.village, cost: entryCost(entry, words) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost || compare(a.village, b.village))
    .slice(0, limit)
    .map(({ village }) => village);
}

function compare(a: Village, b: Village): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.code < b.code ? -1 : 1;
}

function entryCost(entry: Entry, words: readonly string[]): number {
  const together = words.length > 1 ? wordCost(words.join(''), entry.villageWords) : Number.POSITIVE_INFINITY;
  const apart = words.reduce((sum, word, index) => {
    // "Sukamulya Sukamulya": the second time it is the kecamatan.
    const again = words.indexOf(word) < index;
    return sum + (again ? wordCost(word, entry.kecamatanWords) : bestCost(entry, word));
  }, 0);
  return Math.min(together, apart);
}

/** A hit in the village's own name comes before one in its kecamatan's. */
function bestCost(entry: Entry, word: string): number {
  if (/^\d+$/.test(word)) return entry.village.postal.startsWith(word) ? 0 : Number.POSITIVE_INFINITY;
  return Math.min(wordCost(word, entry.villageWords), wordCost(word, entry.kecamatanWords) + 5);
}
