import type { SqlDialect } from './sql-database.ts';

/**
 * Many writers: a transaction with a lower number may commit later. So only rows below the oldest transaction that
 * still runs are shown, in the order of (tx, seq); a cursor on `seq` alone lost one change in ten under load.
 */
export const postgresDialect: SqlDialect = {
  name: 'postgres',
  nextRegistration: `SELECT nextval('registration_number') AS number`,
  changesAfter: `SELECT seq, tx::text AS tx, application_id, status, version, at FROM change
    WHERE audience = $1 AND (tx, seq) > (($2::text)::xid8, $3::bigint)
      AND tx < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY change.tx, seq LIMIT $4`,
  skipLocked: ' FOR UPDATE SKIP LOCKED',
  feedEnd: 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS tx, 0 AS seq',
};
