/** A server process that dies at the point named by CRASH_AT; else as server/index.ts. */
import { settingsFrom } from '../environment.ts';
import { startServer } from '../start.ts';
import { crashAt, crashPoints } from './crash-points.ts';

const point = crashPoints.find((known) => known === process.env['CRASH_AT']);
if (point === undefined) throw new Error('CRASH_AT names no crash point');
const server = await startServer({ ...settingsFrom(process.env), adapt: crashAt(point) });
process.stdout.write(`listening on ${server.url}\n`);
