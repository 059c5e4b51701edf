import { type AuthKeys, ownSecret } from './auth/auth-keys.ts';
import { ownDemoAccounts } from './auth/demo-accounts.ts';
import type { DemoAccount } from './auth/demo-issuer.ts';
import { readHolidays } from './calendar/holidays.ts';
import { countTogether } from './http/count-together.ts';
import { countAlone, type RequestCounter } from './http/request-counter.ts';
import { ownReceiptKeys, type ReceiptKeys } from './receipts/receipt-keys.ts';
import { StartProblem } from './start-problem.ts';
import { type MapTiles, openMapTiles, UnreadableMap } from './stores/map-tiles.ts';
import { postgresBucketStore } from './stores/postgres-bucket-store.ts';
import type { SqlDatabase } from './stores/sql-database.ts';

/** On the embedded database there is one server, and it counts in its memory. */
export function requestCounterOn(
  database: SqlDatabase,
  keys: AuthKeys,
  alarm: (event: string) => void,
): RequestCounter {
  if (database.dialect.name === 'sqlite') return countAlone();
  return countTogether({
    store: postgresBucketStore(database),
    macOf: (key) => keys.mac('address', 'limit', key),
    onAlone: () => alarm('limits: the database does not answer, so this server counts alone for now'),
  });
}

export function ownAuthSecret(dataDir: string): string {
  const secret = ownSecret(dataDir);
  if (secret !== undefined) return secret;
  throw new StartProblem(
    `auth-secret in ${dataDir} is not a secret of this server. Mend it, or remove it: everybody signs in once more then.`,
  );
}

export function ownMap(file: string | null): MapTiles | null {
  if (file === null) return null;
  try {
    return openMapTiles(file);
  } catch (error) {
    if (!(error instanceof UnreadableMap)) throw error;
    throw new StartProblem(`MAP_TILES (${file}) ${error.message}. Name an MBTiles file of pictures, or leave it out.`, {
      cause: error,
    });
  }
}

/** Days on which the offices are closed, from a file of the office's own or the one that comes with the server. */
export function holidaysFrom(file: string | null): ReadonlySet<string> {
  try {
    return readHolidays(file);
  } catch (error) {
    throw new StartProblem(
      `HOLIDAYS_FILE: ${error instanceof Error ? error.message : String(error)}. Mend it, or leave HOLIDAYS_FILE out.`,
      { cause: error },
    );
  }
}

export function receiptKeysIn(dataDir: string): ReceiptKeys {
  const keys = ownReceiptKeys(dataDir);
  if (keys !== undefined) return keys;
  throw new StartProblem(
    `receipt-keys.json in ${dataDir} is not a list of Ed25519 keys. Restore it: receipts already given out are checked with it.`,
  );
}

export function demoAccountsIn(dataDir: string): readonly DemoAccount[] {
  const accounts = ownDemoAccounts(dataDir);
  if (accounts !== 'unreadable') return accounts;
  throw new StartProblem(
    `demo-accounts.json in ${dataDir} is not a list of accounts. Mend it, or remove it to get new codes.`,
  );
}
