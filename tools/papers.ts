/**
 * `npm run papers -- move`: brings the papers of DATA_DIR into the store that STORAGE_URL names, each compared there before it
 * goes here. Stop the servers first.
 */
import { join } from 'node:path';
import { settingsFrom } from '#server/environment.ts';
import { openPersistence } from '#server/open-persistence.ts';
import { openBucket } from '#server/open-uploads.ts';
import { StartProblem } from '#server/start-problem.ts';
import { hasPapers, movePapers } from '#server/uploads/move-papers.ts';

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
  const { dataDir, databaseUrl = null, storage = null } = settingsFrom(environment);
  if (process.argv[2] !== 'move' || storage === null) {
    console.error('move, with STORAGE_URL and the keys of the store set');
    return 2;
  }
  const folder = join(dataDir, 'files');
  // Keeps a server of the embedded database from starting meanwhile.
  const persistence = await openPersistence(dataDir, databaseUrl, Date.now());
  try {
    const moved = hasPapers(folder) ? await movePapers(folder, await openBucket(storage)) : 0;
    console.log(`papers: ${moved} moved`);
    return 0;
  } finally {
    await persistence.close();
  }
}
