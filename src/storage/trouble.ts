import type { StoreTrouble } from '#lib/live-query.ts';

/** A read that could not be done. Writes say the same as a value. */
export class StoreFailure extends Error {
  readonly reason: StoreTrouble;

  constructor(reason: StoreTrouble, cause?: unknown) {
    super(`store: ${reason}`, { cause });
    this.name = 'StoreFailure';
    this.reason = reason;
  }
}

/**
 * Every name on the way down. Dexie wraps: a full disk shows as AbortError with the QuotaExceededError inside,
 * because IndexedDB tells of it on the transaction's abort only; a bulk write hides it among its failures.
 */
export function errorNames(error: unknown, depth = 4): readonly string[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const names: string[] = [];
  if ('name' in error && typeof error.name === 'string') names.push(error.name);
  if ('inner' in error) names.push(...errorNames(error.inner, depth - 1));
  if ('cause' in error) names.push(...errorNames(error.cause, depth - 1));
  if ('failures' in error && Array.isArray(error.failures)) {
    for (const failure of error.failures.slice(0, 3)) names.push(...errorNames(failure, depth - 1));
  }
  return names;
}

const closedNames = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'OpenFailedError',
  'MissingAPIError',
  'VersionError',
]);

export function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof StoreFailure) return error.reason;
  const names = errorNames(error);
  if (names.includes('QuotaExceededError')) return 'quota';
  if (names.some((name) => closedNames.has(name))) return 'closed';
  return 'unknown';
}

/**
 * The browser dropped the connection under us (F14: WebKit's "Connection to Indexed Database server lost" is an
 * UnknownError, an abort without a cause or a closed database). Worth one more try on a new connection.
 */
const lostNames = new Set([
  'UnknownError',
  'DatabaseClosedError',
  'InvalidStateError',
  'AbortError',
  'TransactionInactiveError',
]);

export function isConnectionLost(error: unknown): boolean {
  if (error instanceof StoreFailure) return false;
  const names = errorNames(error);
  return !names.includes('QuotaExceededError') && names.some((name) => lostNames.has(name));
}
