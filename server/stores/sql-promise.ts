import { promisedDay } from '#domain/calendar/promised-day.ts';
import { keep, type SqlDatabase, type SqlReader, type SqlTransaction } from './sql-database.ts';
import { integer, text } from './sql-row.ts';
import { statusOf } from './sql-status.ts';

/** Works out anew by which day an application was promised, in the transaction that made a step of it. */
export async function keepPromise(tx: SqlTransaction, applicationId: string): Promise<void> {
  await setPromise(tx, applicationId, await readHolidays(tx));
}

async function setPromise(tx: SqlTransaction, applicationId: string, holidays: ReadonlySet<string>): Promise<void> {
  const [row] = await tx.all('SELECT working_days FROM application WHERE id = $1', [applicationId]);
  if (row === undefined) return;
  const steps = await tx.all('SELECT at, status FROM history WHERE application_id = $1 ORDER BY version', [
    applicationId,
  ]);
  const { dueOn } = promisedDay(
    steps.map((step) => ({ atMs: integer(step, 'at'), status: statusOf(step) })),
    row['working_days'] === null ? null : integer(row, 'working_days'),
    holidays,
  );
  await tx.all('UPDATE application SET due_on = $2 WHERE id = $1', [applicationId, dueOn]);
}

const pageSize = 200;

/**
 * Puts the calendar in place of the one that was there. Where it is another, what is still to be done is promised anew: an
 * office that is closed on one day more keeps its promise a day later.
 */
export async function putHolidays(database: SqlDatabase, days: ReadonlySet<string>): Promise<void> {
  const known = await readHolidays(database);
  if (known.size === days.size && [...days].every((day) => known.has(day))) return;
  // Before: a server that dies in between begins again. And after: for what moved meanwhile by the calendar of before.
  await promiseAnew(database, days);
  await database.write(async (tx) => {
    await tx.lock('calendar');
    await tx.all('DELETE FROM holiday');
    for (const day of days) await tx.all('INSERT INTO holiday (day) VALUES ($1)', [day]);
    return keep(undefined);
  });
  await promiseAnew(database, days);
}

async function promiseAnew(database: SqlDatabase, days: ReadonlySet<string>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await database.all(
      `SELECT id FROM application WHERE due_on IS NOT NULL AND status IN ('submitted', 'under_review', 'in_process',
        'awaiting_signature') AND CAST(id AS text) > $1 ORDER BY CAST(id AS text) LIMIT ${pageSize}`,
      [after],
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      const id = text(row, 'id');
      after = id;
      await database.write(async (tx) => {
        await tx.lock(id);
        await setPromise(tx, id, days);
        return keep(undefined);
      });
    }
  }
}

async function readHolidays(reader: SqlReader): Promise<ReadonlySet<string>> {
  return new Set((await reader.all('SELECT day FROM holiday')).map((row) => text(row, 'day')));
}
