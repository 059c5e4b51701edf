import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './node24.mjs';
import { appSources } from './source-hash.ts';

/**
 * The version that a build carries: package.json's, and the commit that last changed what goes into the app. A commit
 * that only mends the docs leaves every byte of the app, and so every phone's cache, as it was.
 */
export function appVersion(): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(text));
  const commit = lastCommitOf(appSources);
  return commit === null ? version : `${version}+${commit}`;
}

function lastCommitOf(paths: readonly string[]): string | null {
  try {
    const hash = execFileSync('git', ['log', '-1', '--format=%H', '--', ...paths], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return hash.length >= 8 ? hash.slice(0, 8) : null;
  } catch {
    return null;
  }
}
