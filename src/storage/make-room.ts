import { Dexie } from 'dexie';
import { ballastId } from './ballast.ts';
import type { AjukanDatabase } from './database.ts';
import { currentSchemaVersion } from './schema-version.ts';

/**
 * Bringing the stores of an older release up to date takes room, and a full phone has none: the reserve goes (F7).
 * @returns whether there was such a store and a reserve in it
 */
export async function makeRoomForUpdate(db: AjukanDatabase): Promise<boolean> {
  // Without versions it opens what is there, as it is.
  const older = new Dexie(db.name, { ...db._options, autoOpen: false, chromeTransactionDurability: 'strict' });
  try {
    await older.open();
    if (older.verno >= currentSchemaVersion) return false;
    const payloads = older.table('payloads');
    const kept = await payloads.where('id').equals(ballastId).count();
    await payloads.delete(ballastId);
    return kept > 0;
  } catch {
    return false;
  } finally {
    older.close();
  }
}
