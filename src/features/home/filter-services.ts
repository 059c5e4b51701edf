import type { ServiceSummary } from '#domain/service/definition.ts';

/** Lower case, without accents: what a thumb types in a hurry finds what the office wrote with care. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/**
 * Services that have every word, in either language, in their name, description, keywords, office or category's
 * name. When none has, a word of four letters or more may have one letter wrong, missing, too many or swapped.
 */
export function filterServices(
  services: readonly ServiceSummary[],
  typed: string,
  categoryName: (category: string) => string,
): readonly ServiceSummary[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  const having = (fits: (text: string, word: string) => boolean) =>
    services.filter(({ name, description, keywords, unit, category }) => {
      const all = [name.id, name.en, description.id, description.en, keywords, unit, categoryName(category)];
      const text = plain(all.join(' '));
      return words.every((word) => fits(text, word));
    });
  const exact = having((text, word) => text.includes(word));
  return exact.length > 0 ? exact : having(hasNearly);
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

/** In the order in which the office lists them; a category stands where its first service stands. */
export function byCategory(
  services: readonly ServiceSummary[],
): readonly { readonly category: string; readonly services: readonly ServiceSummary[] }[] {
  const groups = new Map<string, ServiceSummary[]>();
  for (const service of services) {
    const group = groups.get(service.category);
    if (group === undefined) groups.set(service.category, [service]);
    else group.push(service);
  }
  return [...groups].map(([category, members]) => ({ category, services: members }));
}
