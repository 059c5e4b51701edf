import { noShortcuts, type Shortcuts } from './shortcuts.ts';

export type ShortcutChange =
  | { readonly kind: 'star' | 'unstar' | 'used'; readonly serviceId: string }
  | { readonly kind: 'forget-used' };

/** More than home shows, so that one that is taken away makes room for the one before it. */
const mostKept = 30;

export function changeShortcuts(shortcuts: Shortcuts, change: ShortcutChange): Shortcuts {
  const { favourites, recent } = shortcuts;
  switch (change.kind) {
    case 'star':
      return { ...shortcuts, favourites: joined([change.serviceId], favourites) };
    case 'unstar':
      return { ...shortcuts, favourites: favourites.filter((id) => id !== change.serviceId) };
    case 'used':
      return { ...shortcuts, recent: joined([change.serviceId], recent) };
    case 'forget-used':
      return { ...shortcuts, recent: [] };
  }
}

/** What was kept before anybody had signed in becomes the account's, newest first. */
export function claimShortcuts(ofPhone: Shortcuts, ofAccount: Shortcuts = noShortcuts): Shortcuts {
  return {
    favourites: joined(ofPhone.favourites, ofAccount.favourites),
    recent: joined(ofPhone.recent, ofAccount.recent),
  };
}

function joined(newer: readonly string[], older: readonly string[]): readonly string[] {
  return [...new Set([...newer, ...older])].slice(0, mostKept);
}
