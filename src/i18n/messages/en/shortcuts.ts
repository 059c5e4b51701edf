import type { ShortcutsMessages } from '../id/shortcuts.ts';

export const shortcuts = {
  favourites: 'Favourites',
  recent: 'Used last',
  forget: 'Clear',
} satisfies ShortcutsMessages;
