import type { StoreTrouble } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';
import { lockKey } from './lock/lock-key.ts';
import { findOwned, ownedTables, type OwnedKeys } from './owned-rows.ts';
import { pushKey } from './push-row.ts';
import { unclaimed } from './rows.ts';
import { shortcutsKey } from './shortcut-row.ts';
import { surveysKey } from './surveys-key.ts';
import { ticketKey } from './tickets.ts';
import type { Tripwire } from './tripwire.ts';
import { unreadKey } from './unread.ts';
import { addVoids, numbersOf } from './voids.ts';
import { countUnsent } from './unsent-count.ts';

/** What the person saw when they said yes; anything else is asked about again. */
export interface SeenBefore {
  readonly accountId: string | null;
  readonly unsent: number;
}

export type EraseEnd =
  /** Gone, and looked for once more. */
  | { readonly kind: 'erased' }
  /** Somebody else is signed in now, or more or less waits than was said. Nothing has changed. */
  | { readonly kind: 'changed' }
  /** `unknown` also where something was still found afterwards. */
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

/**
 * Everything of the person who is signed in, and of nobody, in one strict transaction; another account's stays as it
 * is. The phone's own number and count stay too, and the mark is told, so that no later start takes this for a loss.
 * To be called while no run of the outbox is going on.
 */
export async function eraseMine(connection: Connection, tripwire: Tripwire, seen: SeenBefore): Promise<EraseEnd> {
  const written = await connection.write('strict', [...ownedTables, 'meta'], async (db) => {
    // Done twice, because the first answer was lost: it has been done.
    if (await isErased(db, seen.accountId)) return 'erased';
    if ((await meta.accountId(db)) !== seen.accountId || (await countUnsent(db)) !== seen.unsent) return 'changed';
    const owned = await findOwned(db, seen.accountId);
    await addVoids(db, await numbersOf(db, owned.outbox), 'erased');
    for (const name of ownedTables) await db.table<unknown, string>(name).bulkDelete([...owned[name]]);
    // The log names nobody, and begins anew.
    await db.meta.bulkDelete([...personalKeys(seen.accountId), 'log']);
    // A run that has read one of them before can't write it back.
    await meta.raiseFence(db);
    await meta.raiseEpoch(db);
    return 'erased';
  });
  if (!written.done) return { kind: 'failed', reason: written.reason };
  if (written.value === 'changed') return { kind: 'changed' };
  tripwire.note();
  await tripwire.settled();
  try {
    const isGone = await connection.read((db) => isErased(db, seen.accountId));
    return isGone ? { kind: 'erased' } : { kind: 'failed', reason: 'unknown' };
  } catch {
    return { kind: 'failed', reason: 'unknown' };
  }
}

async function isErased(db: AjukanDatabase, accountId: string | null): Promise<boolean> {
  const owned: OwnedKeys = await findOwned(db, accountId);
  if (ownedTables.some((name) => owned[name].length > 0)) return false;
  return (await db.meta.where('key').anyOf(personalKeys(accountId)).count()) === 0;
}

/** Rows of `meta` that are about one person, or about nobody in particular. */
export function personalKeys(accountId: string | null): string[] {
  const mine =
    accountId === null
      ? []
      : [
          shortcutsKey(accountId),
          `cursor/${accountId}`,
          unreadKey(accountId),
          lockKey(accountId),
          ticketKey(accountId),
          surveysKey(accountId),
        ];
  return ['account', pushKey, shortcutsKey(unclaimed), ...mine];
}
