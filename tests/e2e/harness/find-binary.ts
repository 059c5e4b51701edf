import { accessSync, constants, globSync } from 'node:fs';
import path from 'node:path';

/** The program named by the environment variable, else the first of the names on PATH, else of the patterns. */
export function getBinary(variable: string, names: readonly string[], patterns: readonly string[] = []): string {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = [...candidates, ...patterns.flatMap((pattern) => globSync(pattern))].find(isExecutable);
  if (found === undefined) throw new Error(`${names.join(' or ')} is not installed; ${variable} may say where it is`);
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
