import { changeShortcuts, claimShortcuts, type ShortcutChange } from '#domain/service/change-shortcuts.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { unclaimed, type OwnerKey } from './rows.ts';
import { readShortcuts, shortcutsKey, shortcutsOwner } from './shortcut-row.ts';
import { storedFrom, type Stored } from './stored.ts';

/** Of whoever is signed in, or of the phone while nobody is. May be lost without harm, so relaxed. */
export async function keepShortcut(connection: Connection, change: ShortcutChange): Promise<Stored> {
  return storedFrom(
    await connection.write<'stored'>('relaxed', ['meta'], async (db) => {
      const owner = await shortcutsOwner(db);
      const value = changeShortcuts(await readShortcuts(db, owner), change);
      await db.meta.put({ key: shortcutsKey(owner), value });
      return 'stored';
    }),
  );
}

/** Inside of the transaction that signs somebody in: what the phone kept is theirs, and nobody after them sees it. */
export async function giveShortcuts(db: AjukanDatabase, owner: OwnerKey): Promise<void> {
  const ofPhone = await readShortcuts(db, unclaimed);
  const value = claimShortcuts(ofPhone, await readShortcuts(db, owner));
  await db.meta.put({ key: shortcutsKey(owner), value });
  await db.meta.delete(shortcutsKey(unclaimed));
}
