/**
 * Builds the app into dist/ (or, with --mode bench, into dist-bench/), compresses it and holds it against budget.json.
 * With --if-changed it does nothing when no source changed, and a size over budget does not stop a person's `npm start`.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { appVersion } from './app-version.ts';
import { buildSimulator } from './build-simulator.ts';
import { compressFolder } from './compress.ts';
import { root } from './node24.mjs';
import { printSizes } from './size.ts';
import { appSources, sourceHash } from './source-hash.ts';

const { values } = parseArgs({
  options: { 'if-changed': { type: 'boolean', default: false }, mode: { type: 'string', default: 'production' } },
});
const forBench = values.mode === 'bench';
const folder = forBench ? 'dist-bench' : 'dist';
const stampPath = join(root, '.cache', `${folder}.sha256`);
const stamp = sourceHash(forBench ? [...appSources, 'bench'] : appSources, appVersion());

function isFresh(): boolean {
  if (!existsSync(join(root, folder, 'index.html')) || !existsSync(stampPath)) return false;
  return readFileSync(stampPath, 'utf8') === stamp;
}

if (!values['if-changed'] || !isFresh()) {
  const startMs = performance.now();
  rmSync(stampPath, { force: true });
  await build({ root, mode: values.mode, logLevel: 'warn', build: { manifest: true } });
  mkdirSync(join(root, '.cache'), { recursive: true });
  // What was bundled from what: for weighing, not for the people who load the app.
  renameSync(join(root, folder, '.vite', 'manifest.json'), join(root, '.cache', `${folder}-manifest.json`));
  rmdirSync(join(root, folder, '.vite'));
  if (!forBench) await buildSimulator(join(root, folder));
  compressFolder(join(root, folder));
  writeFileSync(stampPath, stamp);
  console.log(`${folder}/ built in ${((performance.now() - startMs) / 1000).toFixed(1)} s, version ${appVersion()}`);
}
if (!values['if-changed'] && !forBench && !printSizes(join(root, folder))) process.exitCode = 1;
