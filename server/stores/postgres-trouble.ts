import { StoreUnavailableError } from './sql-database.ts';

/** Classes and codes of SQLSTATE that say "not now": lost connection, no resources, shutting down, read-only standby. */
const troubledClasses = new Set(['08', '53', '57', '58']);
const troubledCodes = new Set(['25006', '25P03', '40001', '40P01', '55P03', 'XX001', 'XX002']);
/** Two transactions in each other's way: nothing was changed, the same again usually works. */
const retryable = new Set(['40001', '40P01']);

/** What the driver threw, as "unavailable" when the database or the way to it is to blame; undefined when a statement is. */
export function postgresTrouble(error: unknown): StoreUnavailableError | undefined {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) return undefined;
  const code = sqlState(error);
  // Errors of the network, and the driver's own about it, carry no SQLSTATE.
  if (code === undefined) return new StoreUnavailableError('PostgreSQL: no connection', { cause: error });
  if (!troubledClasses.has(code.slice(0, 2)) && !troubledCodes.has(code)) return undefined;
  return new StoreUnavailableError(`PostgreSQL: ${code}`, { cause: error });
}

export function isWorthRetrying(error: unknown): boolean {
  return (
    error instanceof StoreUnavailableError && error.cause instanceof Error && retryable.has(sqlState(error.cause) ?? '')
  );
}

function sqlState(error: Error): string | undefined {
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return /^[0-9A-Z]{5}$/.test(error.code) && !/^E[A-Z]{4}$/.test(error.code) ? error.code : undefined;
}
