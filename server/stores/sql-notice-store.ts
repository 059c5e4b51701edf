import { statusOf } from './sql-status.ts';
import type { NoticeStore } from './notice-store.ts';
import { keep, type SqlDatabase } from './sql-database.ts';
import { integer, text } from './sql-row.ts';

export function sqlNoticeStore(database: SqlDatabase): NoticeStore {
  return {
    recipient: async (accountId, applicationId) => {
      const [row] = await database.all(
        `SELECT a.registration_number, a.status, c.phone FROM application a JOIN account c ON c.id = $1
          WHERE a.id = $2 AND (a.owner_id = $1 OR a.claimed_by = $1) AND c.phone IS NOT NULL AND c.wants_notices = 1`,
        [accountId, applicationId],
      );
      if (row === undefined) return undefined;
      const registrationNumber = text(row, 'registration_number');
      return { phone: text(row, 'phone'), registrationNumber, status: statusOf(row) };
    },
    wants: async (accountId) => {
      const [row] = await database.all('SELECT wants_notices FROM account WHERE id = $1', [accountId]);
      return row === undefined || integer(row, 'wants_notices') === 1;
    },
    setWants: async (accountId, wants) => {
      await database.write(async (tx) =>
        keep(await tx.all('UPDATE account SET wants_notices = $2 WHERE id = $1', [accountId, wants ? 1 : 0])),
      );
    },
  };
}
