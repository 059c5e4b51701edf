import type { ServiceSummary } from '#domain/service/definition.ts';

/** Lower case, without accents: what a thumb types in a hurry finds what the office wrote with care. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Services that contain every word, in either language, in their name, description, office or category's name. */
export function filterServices(
  services: readonly ServiceSummary[],
  typed: string,
  categoryName: (category: string) => string,
): readonly ServiceSummary[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return services;
  return services.filter((service) => {
    const { name, description } = service;
    const text = plain(
      [name.id, name.en, description.id, description.en, service.unit, categoryName(service.category)].join(' '),
    );
    return words.every((word) => text.includes(word));
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
