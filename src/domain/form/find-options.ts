import type { Option } from '#domain/service/definition.ts';
import { wordCost, wordsOf } from '#lib/word-cost.ts';

/**
 * Options that fit what a person typed: each word begins or is part of a word of the name or the keywords, in either
 * language, or nearly. Best first, in the office's order among equals; all of them while nothing is typed.
 */
export function findOptions(options: readonly Option[], typed: string): readonly Option[] {
  const words = wordsOf(typed.slice(0, 80));
  if (words.length === 0) return options;
  return options
    .map((option) => ({ option, cost: optionCost(option, words) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ option }) => option);
}

/** The name as a whole comes first; a name that has the word as it was typed comes before a keyword that has. */
function optionCost({ label, keywords = [] }: Option, words: readonly string[]): number {
  const typed = words.join(' ');
  if ([label.id, label.en ?? ''].some((name) => wordsOf(name).join(' ') === typed)) return -1;
  const names = wordsOf(`${label.id} ${label.en ?? ''}`);
  const others = wordsOf(keywords.join(' '));
  return words.reduce((sum, word) => sum + Math.min(wordCost(word, names), wordCost(word, others) + 0.5), 0);
}
