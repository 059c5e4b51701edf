export const shortcuts = { favourites: 'Favorit', recent: 'Terakhir dipakai', forget: 'Kosongkan' };
export type ShortcutsMessages = typeof shortcuts;
