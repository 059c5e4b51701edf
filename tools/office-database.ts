import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';

/** Of DATA_DIR, or of DATABASE_URL. Runs `work`, closes the database, and leaves its number as the exit code. */
export async function withOfficeDatabase(work: (database: SqlDatabase) => Promise<number>): Promise<void> {
  const database = openOfficeDatabase();
  if (database === undefined) {
    console.error('There is no data here: set DATA_DIR to the folder of the server, or DATABASE_URL.');
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await work(database);
  } finally {
    await database.close();
  }
}

function openOfficeDatabase(): SqlDatabase | undefined {
  const url = process.env['DATABASE_URL']?.trim() ?? '';
  if (url !== '') return openPostgresDatabase(url);
  const file = join(resolve(process.env['DATA_DIR'] ?? 'data'), 'app.db');
  return existsSync(file) ? openSqliteDatabase(file) : undefined;
}
