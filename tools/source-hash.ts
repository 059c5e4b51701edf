import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.mjs';

/** Everything that the bytes of the built app depend on. */
export const appSources: readonly string[] = [
  'src',
  'lab',
  'tests/simulation',
  'public',
  'index.html',
  'pwa.manifest.ts',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.page.json',
  'tools/app-version.ts',
  'tools/build.ts',
  'tools/build-simulator.ts',
  'tools/compress.ts',
];

/** SHA-256 over the names and bytes of the given files and folders, tests left out; the same on every machine. */
export function sourceHash(paths: readonly string[] = appSources, extra = ''): string {
  const hash = createHash('sha256').update(extra);
  for (const path of filesOf(paths)) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function filesOf(paths: readonly string[]): string[] {
  return paths
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) =>
      globSync([path, `${path}/**/*`], { cwd: root, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length)),
    )
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .toSorted();
}
