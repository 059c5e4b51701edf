import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
import { type TestFolder, testFolder } from '#server/testing/test-server.ts';
import { crashPointsSuite } from './crash-points.suite.ts';
import { jobCrashSuite } from './job-crash.suite.ts';

let folder: TestFolder;
/** Of its own: what the others leave to be done is not counted there. */
let jobFolder: TestFolder;
beforeAll(() => {
  folder = testFolder();
  jobFolder = testFolder();
});
afterAll(() => {
  folder.remove();
  jobFolder.remove();
});

describe('a server on the embedded database', () => {
  crashPointsSuite(
    () => folder,
    () => ({}),
  );
  jobCrashSuite(() => ({
    folder: jobFolder,
    environment: {},
    openDatabase: () => openSqliteDatabase(join(jobFolder.dataDir, 'app.db')),
  }));
});
