import type { ServiceSummary } from './definition.ts';

/** Services that a person comes back to, by id and newest first: those that they starred, and those that they began a form of. */
export interface Shortcuts {
  readonly favourites: readonly string[];
  readonly recent: readonly string[];
}

export const noShortcuts: Shortcuts = { favourites: [], recent: [] };

/** Home shows so many of each kind. */
export const mostShortcuts = 4;

/** What home shows: only what the office still offers, and nothing twice. */
export function shownShortcuts(
  services: readonly ServiceSummary[],
  { favourites, recent }: Shortcuts,
): { readonly favourites: readonly ServiceSummary[]; readonly recent: readonly ServiceSummary[] } {
  const pick = (ids: readonly string[]) =>
    ids.flatMap((id) => services.find((service) => service.id === id) ?? []).slice(0, mostShortcuts);
  const shown = pick(favourites);
  return { favourites: shown, recent: pick(recent.filter((id) => !shown.some((service) => service.id === id))) };
}
