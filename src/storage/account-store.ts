import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import { quietly } from './quietly.ts';
import { liveFrom } from './live.ts';
import { meta, type AccountRow } from './meta.ts';
import { storedFrom, type Stored } from './stored.ts';

/** Who is signed in on this phone. Signing out locks what is theirs away and removes nothing. */
export function createAccountStore(connection: Connection) {
  return {
    liveAccount: (): LiveQuery<AccountRow | null> =>
      liveFrom(connection, async (db) => (await meta.account(db)) ?? null),
    readAccount: (): Promise<AccountRow | null> =>
      quietly(connection, null, async (db) => (await meta.account(db)) ?? null),

    async signIn(account: AccountRow): Promise<Stored> {
      // Whoever signs in has signal, so its code comes then.
      const loaded = await import('./claim.ts').catch(() => undefined);
      return loaded === undefined ? { kind: 'failed', reason: 'unknown' } : await loaded.claim(connection, account);
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
