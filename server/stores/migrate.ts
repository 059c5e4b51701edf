import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { keep, type SqlDatabase } from './sql-database.ts';
import { integer } from './sql-row.ts';

const folder = new URL('./migrations/', import.meta.url);

/** The data was written by a newer release than this one. */
export class NewerDataError extends Error {
  override readonly name = 'NewerDataError';
}

/**
 * Brings the database to this release's schema: every numbered file of server/stores/migrations that it has not seen,
 * in order, all in one transaction, one process at a time. A released file is never edited.
 */
export async function migrate(database: SqlDatabase, nowMs: number): Promise<void> {
  const known = migrationFiles(database.dialect.name);
  await database.write(async (tx) => {
    await tx.lock('migration');
    await tx.all(
      'CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY, name text NOT NULL, at bigint NOT NULL)',
    );
    const [row] = await tx.all('SELECT coalesce(max(number), 0) AS latest FROM migration');
    const latest = row === undefined ? 0 : integer(row, 'latest');
    if (latest > known.length)
      throw new NewerDataError(`The database has migration ${latest}, this release knows ${known.length}`);
    for (const [index, name] of known.entries()) {
      if (index < latest) continue;
      for (const statement of statementsOf(readFileSync(new URL(name, folder), 'utf8'))) await tx.all(statement);
      await tx.all('INSERT INTO migration (number, name, at) VALUES ($1, $2, $3)', [index + 1, name, nowMs]);
    }
    await tx.all('INSERT INTO feed (epoch) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM feed)', [randomUUID()]);
    return keep(undefined);
  });
}

function migrationFiles(dialect: string): readonly string[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(`.${dialect}.sql`))
    .sort();
  for (const [index, name] of names.entries()) {
    if (!name.startsWith(`${String(index + 1).padStart(4, '0')}-`))
      throw new Error(`Migration ${name} is out of order`);
  }
  return names;
}

/** Migrations are plain: a statement ends with a semicolon at the end of a line, comments have lines of their own. */
function statementsOf(sql: string): readonly string[] {
  return sql
    .replaceAll(/^\s*--.*$/gm, '')
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
