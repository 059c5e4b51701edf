import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { lockData } from './stores/data-lock.ts';
import { migrate, NewerDataError } from './stores/migrate.ts';
import type { SqlDatabase } from './stores/sql-database.ts';
import { openSqliteDatabase } from './stores/sqlite-database.ts';
import { StartProblem } from './start-problem.ts';

/** f_type of NFS, CIFS/SMB2 and 9P: their locks don't hold what SQLite needs of them. */
const networkFileSystems = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x01021997]);

/** The database that this server uses, at this release's schema. Throws StartProblem. */
export async function openDatabase(dataDir: string, databaseUrl: string | null, nowMs: number): Promise<SqlDatabase> {
  const database = databaseUrl === null ? embedded(dataDir) : await scaledOut(databaseUrl);
  try {
    await migrate(database, nowMs);
    return database;
  } catch (error) {
    await database.close();
    if (error instanceof NewerDataError) {
      throw new StartProblem(
        'The data was written by a newer release of this server. Start that release, or restore a backup made before it.',
        { cause: error },
      );
    }
    throw error;
  }
}

function embedded(dataDir: string): SqlDatabase {
  if (networkFileSystems.has(statfsSync(dataDir).type)) {
    throw new StartProblem(
      `DATA_DIR (${dataDir}) is on a network file system, where the embedded database is not safe. Use a local disk, or set DATABASE_URL.`,
    );
  }
  const lock = lockData(join(dataDir, 'server.lock'));
  if (lock === null) {
    throw new StartProblem(
      `Another server is already running with the data folder ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  const database = openSqliteDatabase(join(dataDir, 'app.db'));
  return {
    ...database,
    close: async () => {
      await database.close();
      lock.release();
    },
  };
}

/** Loaded only when it is asked for: the embedded server starts without it. */
async function scaledOut(databaseUrl: string): Promise<SqlDatabase> {
  const { openPostgresDatabase } = await import('./stores/postgres-database.ts');
  return openPostgresDatabase(databaseUrl);
}
