import { z } from 'zod';
import { applicationOf } from './application-rows.ts';
import type { ApplicantEntry, StoredApplication } from './application-store.ts';
import { keep, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { text } from './sql-row.ts';

/** What an application is found by, in place of what it was found by before. */
export async function putApplicant(
  tx: SqlTransaction,
  applicationId: string,
  { key, name, words, nikMac, area }: ApplicantEntry,
): Promise<void> {
  const found = await tx.all(
    'UPDATE application SET applicant_name = $2, nik_mac = $3, area = $4, applicant_key = $5 WHERE id = $1 RETURNING id',
    [applicationId, name, nikMac, area, key],
  );
  await forgetApplicant(tx, applicationId);
  // Erased in the meantime: no word of it stays.
  if (found.length === 0) return;
  for (const word of words)
    await tx.all('INSERT INTO applicant_word (word, application_id) VALUES ($1, $2)', [word, applicationId]);
}

const StoredEntry = z.object({
  key: z.string(),
  name: z.string().nullable(),
  words: z.array(z.string()),
  nikMac: z.string().nullable(),
  area: z.string(),
});

/** @param stored an entry as JSON; null where an earlier release has kept none, so that the next start makes one */
export async function putStoredApplicant(
  tx: SqlTransaction,
  applicationId: string,
  stored: string | null,
): Promise<void> {
  if (stored !== null) return putApplicant(tx, applicationId, StoredEntry.parse(JSON.parse(stored)));
  await tx.all('UPDATE application SET applicant_key = NULL WHERE id = $1', [applicationId]);
}

/** Goes with its application. */
export async function forgetApplicant(tx: SqlTransaction, applicationId: string): Promise<void> {
  await tx.all('DELETE FROM applicant_word WHERE application_id = $1', [applicationId]);
}

const pageSize = 500;

/**
 * Makes what was taken in by an earlier release, or with another key, be found like the rest, a page at a time. Two servers
 * may do it at once: both come to the same. Resolves with how many.
 */
export async function indexApplicants(
  database: SqlDatabase,
  key: string,
  entryOf: (application: StoredApplication) => ApplicantEntry,
): Promise<number> {
  for (let indexed = 0; ; ) {
    const rows = await database.all(
      `SELECT a.id FROM application a WHERE a.applicant_key IS NULL OR a.applicant_key < $1 OR a.applicant_key > $1
        LIMIT ${pageSize}`,
      [key],
    );
    if (rows.length === 0) return indexed;
    // In one order, so that two servers wait for one another and never each for the other.
    const ids = rows.map((row) => text(row, 'id')).toSorted();
    await database.write(async (tx) => {
      for (const id of ids) {
        await tx.lock(id);
        // As it is now: it may have been repaired since.
        const [row] = await tx.all('SELECT * FROM application WHERE id = $1', [id]);
        if (row !== undefined) await putApplicant(tx, id, entryOf(applicationOf(row, [])));
      }
      return keep(undefined);
    });
    indexed += rows.length;
  }
}
