/**
 * `npm run screens`: every screen in every look, as pictures on one page for a person to look at. They land in
 * .cache/screens/index.html and are never kept with the code.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.mjs';

const folder = join(root, '.cache/screens');
rmSync(folder, { recursive: true, force: true });
run('tools/build.ts', '--if-changed');
run('tests/e2e/run.ts', 'every-screen');

const pictures = readdirSync(folder)
  .filter((name) => name.endsWith('.png'))
  .sort();
const figures = pictures.map(
  (name) => `<figure><figcaption>${name.slice(0, -4)}</figcaption><img src="${encodeURIComponent(name)}"></figure>`,
);
const style =
  'body{display:flex;flex-wrap:wrap;gap:8px;background:#888;font:12px sans-serif}figure{margin:0}img{width:240px}';
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`,
);
console.log(`${pictures.length} pictures: ${join(folder, 'index.html')}`);

/** What was found wrong is said, and the pictures up to there are shown all the same. */
function run(script: string, ...words: readonly string[]): void {
  spawnSync(process.execPath, [script, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SCREENS_DIR: folder },
  });
}
