import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Connection } from './connection.ts';
import { meta } from './meta.ts';
import { quietly } from './quietly.ts';
import { isOutboxRow } from './row-guards.ts';
import { outboxRow } from './rows.ts';
import { storedFrom } from './stored.ts';

/** Whoever's it is; also where the store can't be asked, so that nothing is put in on a guess. */
export function isHere(connection: Connection, applicationId: string): Promise<boolean> {
  return quietly(connection, true, async (db) => (await db.outbox.get(applicationId)) !== undefined);
}

/**
 * Among the person's applications, once. 'on-other-account': the phone that sent it is this one, and there it stays with
 * who sent it. 'gone': somebody else is signed in by now.
 */
export async function keepClaimed(connection: Connection, entry: OutboxEntry) {
  const written = await connection.write('strict', ['outbox', 'meta'], async (db) => {
    if ((await meta.accountId(db)) !== entry.ownerId) return 'gone' as const;
    const known: unknown = await db.outbox.get(entry.applicationId);
    if (known !== undefined)
      return isOutboxRow(known) && known.entry.ownerId === entry.ownerId
        ? ('stored' as const)
        : ('on-other-account' as const);
    await db.outbox.add(outboxRow(entry));
    return 'stored' as const;
  });
  return storedFrom(written);
}
