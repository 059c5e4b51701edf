import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders = new Set<string>();
const keeps = process.env['E2E_KEEP'] === '1';

process.once('exit', () => {
  for (const folder of folders) removeScratch(folder);
});

/** A new folder, gone when the tests end (E2E_KEEP=1 keeps it). */
export function makeScratch(prefix: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `ajukan-${prefix}-`));
  folders.add(folder);
  return folder;
}

export function removeScratch(folder: string): void {
  folders.delete(folder);
  if (!keeps) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
