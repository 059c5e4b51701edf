/** A server process that dies at the point named by CRASH_AT; else as server/index.ts. */
import { settingsFrom } from '../environment.ts';
import { startServer } from '../start.ts';
import { crashAt, crashInJob, crashPoints, jobCrashPoints } from './crash-points.ts';

const name = process.env['CRASH_AT'];
const point = crashPoints.find((known) => known === name);
const jobPoint = jobCrashPoints.find((known) => known === name);
if (point === undefined && jobPoint === undefined) throw new Error('CRASH_AT names no crash point');
const server = await startServer({
  ...settingsFrom(process.env),
  ...(point === undefined ? {} : { adapt: crashAt(point) }),
  ...(jobPoint === undefined ? {} : { adaptJobs: crashInJob(jobPoint) }),
});
process.stdout.write(`listening on ${server.url}\n`);
