import type { Vault } from '#storage/vault.ts';
import { appendLog, readLog } from '#storage/sync-log.ts';
import { logText } from '#lib/log-line.ts';
import { takeRecentLines } from './browser-logger.ts';

/** Writes down what has been logged since the last time; at the end of a run, not in the middle of one. */
export async function keepLog({ inside: { connection } }: Pick<Vault, 'inside'>): Promise<void> {
  const lines = takeRecentLines();
  if (lines.length > 0) await appendLog(connection, lines);
}

/** The whole log as text, with what has just happened. */
export async function readLogText(vault: Pick<Vault, 'inside'>): Promise<string> {
  await keepLog(vault);
  // Page and worker write down their lines when they are done.
  return logText((await readLog(vault.inside.connection)).toSorted((a, b) => a.atMs - b.atMs));
}
