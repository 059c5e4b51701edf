import { StoreUnavailableError } from './sql-database.ts';

/** Primary result codes (https://sqlite.org/rescode.html) that say "not now" and not "wrong statement". */
const troubles = new Map([
  [5, 'busy'],
  [6, 'locked'],
  [7, 'out of memory'],
  [8, 'read-only'],
  [10, 'disk I/O error'],
  [11, 'damaged'],
  [13, 'disk full'],
  [14, 'cannot open'],
  [15, 'locking protocol'],
  [26, 'not a database'],
]);

/** The error as "unavailable" when the file or its disk is to blame; undefined when a statement is. */
export function sqliteTrouble(error: unknown): StoreUnavailableError | undefined {
  if (error instanceof StoreUnavailableError) return error;
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  const trouble = troubles.get(error.errcode & 0xff);
  return trouble === undefined ? undefined : new StoreUnavailableError(`SQLite: ${trouble}`, { cause: error });
}
