import type { Office } from '#domain/office/office.ts';
import { applicationOf, officeText } from './application-rows.ts';
import type { StoredApplication } from './application-store.ts';
import { keep, type SqlDatabase } from './sql-database.ts';
import { text } from './sql-row.ts';

const pageSize = 500;

/** Two servers may do it at once: both come to the same. */
export async function assignOffices(
  database: SqlDatabase,
  officeOf: (application: StoredApplication) => Office,
): Promise<number> {
  for (let assigned = 0; ; ) {
    const rows = await database.all(`SELECT a.* FROM application a WHERE a.office IS NULL LIMIT ${pageSize}`);
    if (rows.length === 0) return assigned;
    await database.write(async (tx) => {
      for (const row of rows) {
        const office = officeText(officeOf(applicationOf(row, [])));
        await tx.all('UPDATE application SET office = $2 WHERE id = $1', [text(row, 'id'), office]);
      }
      return keep(undefined);
    });
    assigned += rows.length;
  }
}
