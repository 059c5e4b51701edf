import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { migrate } from '#server/stores/migrate.ts';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
import { AjukanDatabase } from '#storage/database.ts';
import { root } from '../node24.mjs';

const DataClass = z.enum(['specific', 'personal', 'official', 'secret', 'none']);
const why = { purpose: z.string().min(5), legalBasis: z.string().min(5), retention: z.string().min(5) };
const Inventory = z.object({
  server: z.record(z.string(), z.strictObject({ ...why, columns: z.record(z.string(), DataClass) })),
  phone: z.record(z.string(), z.strictObject({ ...why, class: DataClass })),
  /** Beside the database: keys of web storage, caches and databases of their own. */
  browser: z.record(z.string(), z.strictObject({ ...why, class: DataClass })),
  questions: z.record(z.string(), z.strictObject({ class: DataClass, purpose: z.string().min(5) })),
  log: z.record(z.string(), DataClass),
});

/** The number of the transaction, for the feed; and what several servers count together. */
const onlyOnPostgres: ReadonlySet<string> = new Set(['change.tx', 'rate_bucket']);

/** R1: docs/data-inventory.json against the schemas as they really are: nothing missing in it, nothing in it that is gone. */
export async function checkInventory(): Promise<readonly string[]> {
  const read = Inventory.safeParse(JSON.parse(readFileSync(join(root, 'docs/data-inventory.json'), 'utf8')));
  if (!read.success) return [`docs/data-inventory.json: ${z.prettifyError(read.error)}`];
  const { server, phone, browser, questions } = read.data;
  const columns = await serverColumns();
  const listed = Object.entries(server).flatMap(([table, entry]) =>
    Object.keys(entry.columns)
      .filter((column) => !onlyOnPostgres.has(table) && !onlyOnPostgres.has(`${table}.${column}`))
      .map((column) => `${table}.${column}`),
  );
  return [
    ...difference('server', columns, listed),
    ...difference('phone', phoneStores(), Object.keys(phone)),
    ...difference('browser', browserStores(), Object.keys(browser)),
    ...difference('questions', questionTypes(), Object.keys(questions)),
  ];
}

function difference(where: string, real: readonly string[], listed: readonly string[]): readonly string[] {
  return [
    ...real.filter((name) => !listed.includes(name)).map((name) => `${where}: ${name} has no class and no retention`),
    ...listed.filter((name) => !real.includes(name)).map((name) => `${where}: ${name} is listed and does not exist`),
    ...(real.length < 5 ? [`${where}: hardly anything was found`] : []),
  ];
}

async function serverColumns(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-inventory-'));
  const database = openSqliteDatabase(join(folder, 'app.db'));
  try {
    await migrate(database, 0);
    const rows = await database.all(
      `SELECT m.name || '.' || p.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) p
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`,
    );
    return rows.map(({ name }) => String(name));
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

const Format = z.object({
  $defs: z.object({ field: z.object({ properties: z.object({ type: z.object({ enum: z.array(z.string()) }) }) }) }),
});

function questionTypes(): readonly string[] {
  const format = readFileSync(join(root, 'src/domain/service/service-definition.schema.json'), 'utf8');
  return Format.parse(JSON.parse(format)).$defs.field.properties.type.enum;
}

/** By how they are written: `'ajukan.theme'` in web storage, `name = 'ajukan-map'` for caches and databases. */
function browserStores(): readonly string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const written = files.map((path) => readFileSync(join(root, 'src', path), 'utf8')).join('\n');
  const found = written.matchAll(/['"`](ajukan\.[a-z]+(?:-[a-z]+)*)|\b(?:cacheName|name) = ['"`](ajukan(?:-[a-z]+)+)/g);
  return [...new Set([...found].map(([, key, store]) => key ?? store ?? ''))];
}

function phoneStores(): readonly string[] {
  return new AjukanDatabase().tables.map(({ name }) => name);
}
