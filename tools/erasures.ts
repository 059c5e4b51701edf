/**
 * `npm run erasures -- list`: open requests to be erased, the one that is due first comes first; fails when one is overdue.
 * `-- close ACCOUNT`: the office has decided what becomes of what it kept. Of DATA_DIR, or of DATABASE_URL.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';

const [command = 'list', accountId] = process.argv.slice(2);
const database = openDatabase();
if (database === undefined) {
  console.error('There is no data here: set DATA_DIR to the folder of the server, or DATABASE_URL.');
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await run(database);
  } finally {
    await database.close();
  }
}

async function run(opened: SqlDatabase): Promise<number> {
  const store = sqlErasureStore(opened);
  const nowMs = Date.now();
  if (command === 'close' && accountId !== undefined) {
    const closed = await store.close(accountId, nowMs);
    console.log(closed ? 'closed' : 'There is no open request of this account.');
    return closed ? 0 : 1;
  }
  if (command !== 'list') {
    console.error('list, or close ACCOUNT');
    return 2;
  }
  const open = await store.listOpen();
  for (const { accountId: id, requestedAtMs, dueAtMs, erased, kept } of open) {
    const hours = Math.floor((dueAtMs - nowMs) / 3_600_000);
    const left = hours < 0 ? `OVERDUE by ${-hours} h` : `${hours} h left`;
    const since = new Date(requestedAtMs).toISOString();
    console.log(`${id}  asked ${since}  ${left}  erased ${erased}, kept ${kept}`);
  }
  console.log(`${open.length} open`);
  return open.some(({ dueAtMs }) => dueAtMs < nowMs) ? 1 : 0;
}

function openDatabase(): SqlDatabase | undefined {
  const url = process.env['DATABASE_URL']?.trim() ?? '';
  if (url !== '') return openPostgresDatabase(url);
  const file = join(resolve(process.env['DATA_DIR'] ?? 'data'), 'app.db');
  return existsSync(file) ? openSqliteDatabase(file) : undefined;
}
