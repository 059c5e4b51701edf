import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
import { type TestFolder, testFolder } from '#server/testing/test-server.ts';
import { crashPointsSuite } from './crash-points.suite.ts';
import { jobCrashSuite } from './job-crash.suite.ts';

let folder: TestFolder;
beforeAll(() => {
  folder = testFolder();
});
afterAll(() => folder.remove());

describe('a server on the embedded database', () => {
  crashPointsSuite(
    () => folder,
    () => undefined,
  );
  jobCrashSuite(() => ({
    folder,
    environment: {},
    openDatabase: () => openSqliteDatabase(join(folder.dataDir, 'app.db')),
  }));
});
