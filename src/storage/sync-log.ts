import { isLogLine, mostLogLines, type LogLine } from '#lib/log-line.ts';
import type { Connection } from './connection.ts';
import { meta } from './meta.ts';

/** Relaxed: the last lines may go with the battery. Page and worker write the same log, one after the other. */
export async function appendLog(connection: Connection, lines: readonly LogLine[]): Promise<boolean> {
  const written = await connection.write('relaxed', ['meta'], async (db) => {
    const known = (await meta.log(db)) ?? [];
    await meta.putLog(db, [...known, ...lines].slice(-mostLogLines));
    return true;
  });
  return written.done;
}

/** Oldest first. */
export async function readLog(connection: Connection): Promise<readonly LogLine[]> {
  return await connection.read(async (db) => ((await meta.log(db)) ?? []).filter(isLogLine));
}
