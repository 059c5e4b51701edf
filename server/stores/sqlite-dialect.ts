import type { SqlDialect } from './sql-database.ts';

/** One writer at a time: the order of `seq` is the order of commits, so a plain cursor misses nothing. */
export const sqliteDialect: SqlDialect = {
  name: 'sqlite',
  nextRegistration: 'UPDATE registration_counter SET last = last + 1 RETURNING last AS number',
  changesAfter: `SELECT seq, '0' AS tx, application_id, status, version, at FROM change
    WHERE audience = $1 AND seq > $3 AND $2 = '0' ORDER BY seq LIMIT $4`,
  // One server, and one writer in it.
  skipLocked: '',
  feedEnd: `SELECT '0' AS tx, coalesce(max(seq), 0) AS seq FROM change`,
};
