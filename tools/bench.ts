/**
 * `npm run bench`: our side of the comparison, one JSON row a line. Bytes come from the production build; times from the bench
 * build in Chromium, each beside a floor measured in the same run: only the ratios mean anything on another machine.
 * `npm run bench -- forms`: the form of sixty questions only; `photos`: five photos from picker to stored only.
 * `npm run bench -- uploads`: files over a poor line, beside tus-js-client and Uppy, without a browser; with the names of
 * profiles and clients behind it only those, as in `uploads small ours`.
 * `npm run bench -- desk`: an office's list with 10,000 and 50,000 applications, on both databases; with numbers behind it those.
 * `npm run bench -- desk-browser`: the same list in Chromium, as an official works with it, with 10,000; with numbers behind it those.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { startServer } from '../server/start.ts';
import { measureDesk } from './bench/desk.ts';
import { measureDeskInBrowser } from './bench/desk-browser.ts';
import { measureForms } from './bench/forms.ts';
import { measurePhotos } from './bench/photos.ts';
import { measureGrowth, measureStoring } from './bench/storing.ts';
import { measureUploads } from './bench/uploads.ts';
import { compressFolder } from './compress.ts';
import { root } from './node24.mjs';
import { measure } from './size.ts';

function print(row: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(row));
}

const [, , what, ...only] = process.argv;
if (what === 'desk') {
  const sizes = only.map(Number).filter((size) => size > 0);
  for await (const row of measureDesk(sizes.length === 0 ? undefined : sizes)) print(row);
  process.exit(0);
}
if (what === 'desk-browser') {
  const sizes = only.map(Number).filter((size) => size > 0);
  for await (const row of measureDeskInBrowser(sizes.length === 0 ? undefined : sizes)) print(row);
  process.exit(0);
}
if (what === 'uploads') {
  for await (const row of measureUploads(only)) print(row);
  process.exit(0);
}

for (const mode of ['production', 'bench']) {
  const { status } = spawnSync(process.execPath, ['tools/build.ts', '--if-changed', '--mode', mode], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}
const floor = join(root, '.cache', 'bench-floor');
await build({
  root: join(root, 'bench/floor'),
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: { outDir: floor, emptyOutDir: true, target: 'chrome111', modulePreload: { polyfill: false } },
});
compressFolder(floor);

const bytes = measure(join(root, 'dist'));
for (const { name, rawBytes, gzipBytes, brotliBytes, budgetKb } of bytes) {
  print({ metric: 'bytes', what: name, rawBytes, gzipBytes, brotliBytes, budgetKb });
}
const ofForm = bytes.filter(({ name }) => ['formAloneJs', 'firstScreenCss'].includes(name));
const sum = (of: 'rawBytes' | 'gzipBytes' | 'brotliBytes'): number => ofForm.reduce((all, row) => all + row[of], 0);
print({
  metric: 'bytes',
  what: 'a form, opened first: scripts and styles',
  rawBytes: sum('rawBytes'),
  gzipBytes: sum('gzipBytes'),
  brotliBytes: sum('brotliBytes'),
});

const data = mkdtempSync(join(tmpdir(), 'ajukan-bench-data-'));
const serve = (name: string, webDist: string): ReturnType<typeof startServer> => {
  mkdirSync(join(data, name));
  return startServer({ port: 0, dataDir: join(data, name), webDist, logLevel: 'error', rateLimits: null });
};
const ours = await serve('ours', join(root, 'dist-bench'));
const floorServer = await serve('floor', floor);
try {
  if (what !== 'photos') for (const row of await measureForms(ours.url, floorServer.url)) print(row);
  if (what !== 'forms') for (const row of await measurePhotos(ours.url)) print(row);
  if (what === undefined) {
    for (const row of await measureStoring(ours.url)) print(row);
    for (const row of await measureGrowth(ours.url)) print(row);
  }
} finally {
  await ours.close();
  await floorServer.close();
  rmSync(data, { recursive: true, force: true });
}
