import { Dexie } from 'dexie';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import { quietly } from './quietly.ts';
import { liveFrom } from './live.ts';
import { meta, type AccountRow } from './meta.ts';
import { isDraftRow, isOutboxRow } from './row-guards.ts';
import { draftRow, outboxRow, unclaimed } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';

/** Who is signed in on this phone. Signing out locks what is theirs away and removes nothing. */
export function createAccountStore(connection: Connection) {
  return {
    liveAccount: (): LiveQuery<AccountRow | null> =>
      liveFrom(connection, async (db) => (await meta.account(db)) ?? null),
    readAccount: (): Promise<AccountRow | null> =>
      quietly(connection, null, async (db) => (await meta.account(db)) ?? null),

    async signIn(account: AccountRow): Promise<Stored> {
      const ownerId = account.accountId;
      return storedFrom(
        await connection.write<'stored'>('strict', ['meta', 'drafts', 'outbox'], async (db) => {
          await meta.putAccount(db, { accountId: ownerId, name: account.name });
          const nobodys = [[unclaimed, Dexie.minKey] as const, [unclaimed, Dexie.maxKey] as const];
          await db.drafts
            .where('[ownerKey+updatedAtMs]')
            .between(nobodys[0], nobodys[1])
            .modify((row: unknown, ref) => {
              if (isDraftRow(row)) ref.value = draftRow({ ...row.draft, ownerId }, row.hiddenAtMs);
            });
          await db.outbox
            .where('[ownerKey+sequence]')
            .between(nobodys[0], nobodys[1])
            .modify((row: unknown, ref) => {
              if (isOutboxRow(row)) ref.value = outboxRow({ ...row.entry, ownerId });
            });
          return 'stored';
        }),
      );
    },

    async signOut(): Promise<Stored> {
      return storedFrom(
        await connection.write<'stored'>('strict', ['meta'], async (db) => {
          await meta.removeAccount(db);
          return 'stored';
        }),
      );
    },
  };
}
