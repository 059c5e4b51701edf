/**
 * `npm run jobs`: what is still to be done, the given up first; fails when something is given up. `-- retry ID` and
 * `-- drop ID` decide on one of those. Of DATA_DIR, or of DATABASE_URL.
 */
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { sqlJobStore } from '#server/stores/sql-job-store.ts';
import { withOfficeDatabase } from './office-database.ts';

const shown = 100;
const [command = 'list', id] = process.argv.slice(2);
await withOfficeDatabase(run);

async function run(opened: SqlDatabase): Promise<number> {
  const store = sqlJobStore(opened);
  if ((command === 'retry' || command === 'drop') && id !== undefined) {
    const isDecided = command === 'retry' ? await store.revive(id, Date.now()) : await store.drop(id);
    console.log(isDecided ? command : 'No job with this id has been given up.');
    return isDecided ? 0 : 1;
  }
  if (command !== 'list') {
    console.error('list, retry ID, or drop ID');
    return 2;
  }
  for (const job of await store.list(shown)) {
    const state = job.deadAtMs === null ? `next ${moment(job.runAfterMs)}` : `GIVEN UP ${moment(job.deadAtMs)}`;
    console.log(`${job.id}  ${job.kind}  ${state}  tried ${job.attempts} times  ${job.lastProblem ?? ''}`);
  }
  const { waiting, dead, unknown } = await store.count();
  const foreign = unknown === 0 ? '' : ` (${unknown} for a newer release, which alone can do them)`;
  console.log(`${waiting} waiting${foreign}, ${dead} given up`);
  return dead > 0 ? 1 : 0;
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}
