import { noShortcuts, type Shortcuts } from '#domain/service/shortcuts.ts';
import { isRecord } from '#lib/is-record.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';
import { unclaimed, type OwnerKey } from './rows.ts';

/** A row of `meta` for each account, and one for the phone: not in meta.ts, because the worker has no use for it. */
export const shortcutsKey = (owner: OwnerKey): string => `shortcuts/${owner}`;

/** Whose they are now. */
export async function shortcutsOwner(db: AjukanDatabase): Promise<OwnerKey> {
  return (await meta.accountId(db)) ?? unclaimed;
}

export async function readShortcuts(db: AjukanDatabase, owner: OwnerKey): Promise<Shortcuts> {
  const value = (await db.meta.get(shortcutsKey(owner)))?.value;
  return isShortcuts(value) ? value : noShortcuts;
}

function isShortcuts(value: unknown): value is Shortcuts {
  return isRecord(value) && Array.isArray(value['favourites']) && Array.isArray(value['recent']);
}
