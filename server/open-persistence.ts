import { closeSync, openSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type DataLock, lockData } from './stores/data-lock.ts';
import { migrate, NewerDataError } from './stores/migrate.ts';
import type { SqlDatabase } from './stores/sql-database.ts';
import { openSqliteDatabase } from './stores/sqlite-database.ts';
import { sqliteTrouble } from './stores/sqlite-trouble.ts';
import { processUploadLock } from './uploads/process-upload-lock.ts';
import type { UploadLock } from './uploads/upload-lock.ts';
import { StartProblem } from './start-problem.ts';

/** f_type of NFS, CIFS/SMB2 and 9P: their locks don't hold what SQLite needs of them. */
const networkFileSystems = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x01021997]);

/** What the server keeps its state in. */
export interface Persistence {
  readonly database: SqlDatabase;
  readonly uploadLock: UploadLock;
  close(): Promise<void>;
}

/** @param databaseUrl PostgreSQL; null for the embedded database. Brings it to this release's schema. Throws StartProblem. */
export async function openPersistence(
  dataDir: string,
  databaseUrl: string | null,
  nowMs: number,
): Promise<Persistence> {
  const persistence = databaseUrl === null ? embedded(dataDir) : await scaledOut(databaseUrl);
  try {
    await migrate(persistence.database, nowMs);
    return persistence;
  } catch (error) {
    await persistence.close();
    throw startProblemOf(error) ?? error;
  }
}

function embedded(dataDir: string): Persistence {
  if (networkFileSystems.has(statfsSync(dataDir).type)) {
    throw new StartProblem(
      `DATA_DIR (${dataDir}) is on a network file system, where the embedded database is not safe. Use a local disk, or set DATABASE_URL.`,
    );
  }
  const lock = heldLock(dataDir);
  if (lock === null) {
    throw new StartProblem(
      `Another server is already running with the data folder ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  try {
    const file = join(dataDir, 'app.db');
    // For its owner only, whatever the folder allows; SQLite gives its side files the same rights.
    closeSync(openSync(file, 'a', 0o600));
    const database = openSqliteDatabase(file);
    return {
      database,
      uploadLock: processUploadLock(),
      close: async () => {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw startProblemOf(error) ?? error;
  }
}

function heldLock(dataDir: string): DataLock | null {
  try {
    return lockData(join(dataDir, 'server.lock'));
  } catch (error) {
    throw new StartProblem(
      `server.lock in ${dataDir} is not the lock of this server (${sqliteTrouble(error)?.message ?? 'unknown'}). Move it away: it holds no data.`,
      { cause: error },
    );
  }
}

/** Loaded only when it is asked for: the embedded server starts without it. */
async function scaledOut(databaseUrl: string): Promise<Persistence> {
  const { openPostgresDatabase } = await import('./stores/postgres-database.ts');
  const { postgresUploadLock } = await import('./uploads/postgres-upload-lock.ts');
  const database = openPostgresDatabase(databaseUrl);
  const uploadLock = postgresUploadLock(databaseUrl);
  return {
    database,
    uploadLock,
    close: async () => {
      await uploadLock.close();
      await database.close();
    },
  };
}

function startProblemOf(error: unknown): StartProblem | undefined {
  if (error instanceof NewerDataError) {
    return new StartProblem(
      'The data was written by a newer release of this server. Start that release, or restore a backup made before it.',
      { cause: error },
    );
  }
  const trouble = sqliteTrouble(error);
  if (trouble === undefined) return undefined;
  return new StartProblem(
    `The database can't be used (${trouble.message}). Is it running, and is its address or file right?`,
    {
      cause: error,
    },
  );
}
