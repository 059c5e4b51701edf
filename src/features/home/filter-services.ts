import type { ServiceSummary } from '#domain/service/definition.ts';

/** Lower case, without accents: what a thumb types in a hurry finds what the office wrote with care. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Words around what is looked for: "mau bikin ktp" means ktp. */
const around = new Set(
  'mau ingin bikin buat membuat urus mengurus cara untuk saya yang di how to get my a for'.split(' '),
);

/**
 * Services that have every word, in either language, in their name, description, keywords, office or category's
 * name; those that are called so come first. When none has, a word of four letters or more may have one letter wrong,
 * missing, too many or swapped.
 */
export function filterServices(
  services: readonly ServiceSummary[],
  typed: string,
  categoryName: (category: string) => string,
): readonly ServiceSummary[] {
  const all = plain(typed).split(/\s+/u).filter(Boolean);
  const telling = all.filter((word) => !around.has(word));
  const words = telling.length > 0 ? telling : all;
  const entries = services.map((service) => {
    const { name, description, keywords = [], unit, category } = service;
    const names = plain([name.id, name.en].join(' '));
    const keys = keywords.map(plain);
    const others = plain([description.id, description.en, unit, categoryName(category)].join(' '));
    return { service, names, keys, text: [names, ...keys, others].join(' ') };
  });
  const having = (fits: (text: string, word: string) => boolean) =>
    entries
      .filter(({ text }) => words.every((word) => fits(text, word)))
      .map(({ service, names, keys }) => ({ service, rank: rankOf(names, keys, words, fits) }))
      .toSorted((one, other) => other.rank - one.rank)
      .map(({ service }) => service);
  const exact = having((text, word) => text.includes(word));
  return exact.length > 0 ? exact : having(hasNearly);
}

/** A keyword as it was typed weighs most, then each word of the name or the keywords; a description weighs nothing. */
function rankOf(
  names: string,
  keys: readonly string[],
  words: readonly string[],
  fits: (text: string, word: string) => boolean,
): number {
  const phrase = words.join(' ');
  const called = [names, keys.join(' ')];
  const hits = called.map((text) => words.filter((word) => fits(text, word)).length + Number(text.includes(phrase)));
  return hits.reduce((sum, hit) => sum + hit, keys.includes(phrase) ? 2 : 0);
}

/** Whether some word of the text begins with this one, but for one slip of the thumb. */
function hasNearly(text: string, word: string): boolean {
  if (text.includes(word) || word.length < 4) return text.includes(word);
  return text.split(/[^\p{L}\p{N}]+/u).some((whole) => {
    let at = 0;
    while (word[at] === whole[at]) at += 1;
    const [first, second, ...others] = word.slice(at);
    const rest = word.slice(at + 1);
    return (
      whole.startsWith(rest, at + 1) ||
      whole.startsWith(rest, at) ||
      whole.startsWith(word.slice(at), at + 1) ||
      whole.startsWith([second, first, ...others].join(''), at)
    );
  });
}

/** Categories in the given order, others after them; services in the order in which the office lists them. */
export function byCategory(
  services: readonly ServiceSummary[],
  order: readonly string[],
): readonly { readonly category: string; readonly services: readonly ServiceSummary[] }[] {
  const there = new Set([...order, ...services.map(({ category }) => category)]);
  return [...there]
    .map((category) => ({ category, services: services.filter((service) => service.category === category) }))
    .filter((group) => group.services.length > 0);
}
