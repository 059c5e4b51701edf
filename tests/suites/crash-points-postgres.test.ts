import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import { type TestFolder, testFolder } from '#server/testing/test-server.ts';
import { type PrivatePostgres, startPostgres } from '../../tools/postgres.ts';
import { crashPointsSuite } from './crash-points.suite.ts';
import { jobCrashSuite } from './job-crash.suite.ts';

let folder: TestFolder;
let cluster: PrivatePostgres;
let databaseUrl: string;
/** Of its own: what the others leave to be done is not counted there. */
let jobDatabaseUrl: string;
beforeAll(async () => {
  folder = testFolder();
  cluster = await startPostgres();
  databaseUrl = await cluster.createDatabase();
  jobDatabaseUrl = await cluster.createDatabase();
});
afterAll(async () => {
  await cluster.stop();
  folder.remove();
});

describe('a server on PostgreSQL', () => {
  crashPointsSuite(
    () => folder,
    () => ({ DATABASE_URL: databaseUrl }),
  );
  jobCrashSuite(() => ({
    folder,
    environment: { DATABASE_URL: jobDatabaseUrl },
    openDatabase: () => openPostgresDatabase(jobDatabaseUrl),
  }));
});
