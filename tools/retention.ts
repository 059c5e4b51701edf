/**
 * `npm run retention -- --dry-run`: what is over by the terms of RETENTION_…_DAYS and would go now; also beside a running
 * server. Without `--dry-run` it goes, as the server does it by itself every six hours. `-- hold NUMBER` keeps an
 * application whatever its term says, `-- release NUMBER` lets it go. Of DATA_DIR, or of DATABASE_URL.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { settingsFrom } from '#server/environment.ts';
import { sweepPortsOf } from '#server/open-retention.ts';
import { openUploads } from '#server/open-uploads.ts';
import { openPersistence } from '#server/open-persistence.ts';
import type { RetentionTerms } from '#server/retention/retention-terms.ts';
import { overBefore, sweepRetention } from '#server/retention/sweep-retention.ts';
import { StartProblem } from '#server/start-problem.ts';
import type { StorageSettings } from '#server/storage-environment.ts';
import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import { retentionKinds } from '#server/stores/retention-store.ts';
import type { SqlReader } from '#server/stores/sql-database.ts';
import { due, sqlRetentionStore } from '#server/stores/sql-retention-store.ts';
import { openSqliteDatabase, openSqliteReader } from '#server/stores/sqlite-database.ts';

const usage = '--dry-run, hold NUMBER, release NUMBER, or nothing at all';
const { values, positionals } = parseArgs({ options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true });

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  // How people sign in does not matter here.
  const { NODE_ENV: _node, APP_ENV: _app, ...environment } = process.env;
  const { dataDir, databaseUrl = null, storage = null, retention: terms } = settingsFrom(environment);
  const [command, application] = positionals;
  if (terms === undefined || (command !== undefined && application === undefined)) return misused();
  if (databaseUrl === null && !existsSync(join(dataDir, 'app.db'))) {
    console.error('There is no data here: set DATA_DIR to the folder of the server, or DATABASE_URL.');
    return 2;
  }
  if (values['dry-run'] === true) return await shown(dataDir, databaseUrl, terms);
  if (command === undefined) return await swept(dataDir, databaseUrl, storage, terms);
  if (command !== 'hold' && command !== 'release') return misused();
  const database =
    databaseUrl === null ? openSqliteDatabase(join(dataDir, 'app.db')) : openPostgresDatabase(databaseUrl);
  try {
    const found = await sqlRetentionStore(database).hold(application ?? '', command === 'hold', Date.now());
    console.log(found ? `${command}: done` : 'There is no such application.');
    return found ? 0 : 1;
  } finally {
    await database.close();
  }
}

/** With the embedded database not beside a running server: that one does it by itself. */
async function swept(
  dataDir: string,
  databaseUrl: string | null,
  storage: StorageSettings | null,
  terms: RetentionTerms,
): Promise<number> {
  const persistence = await openPersistence(dataDir, databaseUrl, Date.now());
  try {
    const uploads = await openUploads(dataDir, storage);
    const counts = await sweepRetention(sweepPortsOf(persistence, uploads), terms, new AbortController().signal);
    for (const [kind, count] of Object.entries(counts)) console.log(`${kind}: ${count} removed`);
    console.log('retention: done');
    return 0;
  } finally {
    await persistence.close();
  }
}

async function shown(dataDir: string, databaseUrl: string | null, terms: RetentionTerms): Promise<number> {
  const { reader, close } = openReader(dataDir, databaseUrl);
  try {
    for (const kind of retentionKinds) {
      const beforeMs = overBefore(terms, kind, Date.now());
      const days = terms.get(kind) ?? null;
      const term = days === null ? 'kept' : `${days} days`;
      const { count, ids } = beforeMs === null ? { count: 0, ids: [] } : await due(reader, kind, beforeMs);
      console.log(`${kind.padEnd(12)} ${term.padStart(9)}  ${count}`);
      for (const id of ids) console.log(`    ${id}`);
      if (count > ids.length) console.log(`    and ${count - ids.length} more`);
    }
    console.log('retention: nothing was removed');
    return 0;
  } finally {
    await close();
  }
}

function openReader(dataDir: string, databaseUrl: string | null): { reader: SqlReader; close: () => Promise<void> } {
  if (databaseUrl !== null) {
    const database = openPostgresDatabase(databaseUrl);
    return { reader: database, close: () => database.close() };
  }
  const reader = openSqliteReader(join(dataDir, 'app.db'));
  return { reader, close: async () => reader.close() };
}

function misused(): number {
  console.error(usage);
  return 2;
}
