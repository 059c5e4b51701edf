import { afterAll, beforeAll, describe } from 'vitest';
import { type TestFolder, testFolder } from '#server/testing/test-server.ts';
import { crashPointsSuite } from './crash-points.suite.ts';

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
});
