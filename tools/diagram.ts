/**
 * Draws into ARCHITECTURE.md who imports whom, from the imports themselves, and how an application lives in the outbox,
 * from what the code does to one, so that the pictures cannot lie.
 * `node tools/diagram.ts` writes them; with --check it only compares, and fails when a picture is old.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CruiseResult, cruise } from './checks/cruise.ts';
import { root } from './node24.mjs';
import { drawStates } from './states/draw-states.ts';

function layerOf(path: string): string | null {
  const inside = /^src\/([a-z0-9]+)\//.exec(path)?.[1];
  if (inside !== undefined) return inside;
  if (path === 'src/main.tsx') return 'main';
  return path.startsWith('server/') ? 'server' : null;
}

/** `dotted` when every import between the two is of types only. */
function edgesOf(result: CruiseResult): Map<string, 'solid' | 'dotted'> {
  const edges = new Map<string, 'solid' | 'dotted'>();
  for (const module of result.modules) {
    const from = layerOf(module.source);
    if (from === null || /\.test\.tsx?$/.test(module.source)) continue;
    for (const dependency of module.dependencies) {
      const to = layerOf(dependency.resolved);
      if (to === null || to === from) continue;
      const key = `${from} ${to}`;
      if (!dependency.dependencyTypes.includes('type-only')) edges.set(key, 'solid');
      else if (!edges.has(key)) edges.set(key, 'dotted');
    }
  }
  return edges;
}

function draw(result: CruiseResult): string {
  const lines = [...edgesOf(result)]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    // lib/ is under everything; its arrows would hide the others.
    .filter(([key]) => !key.endsWith(' lib'))
    .map(([key, kind]) => {
      const [from, to] = key.split(' ');
      return `  ${from} ${kind === 'solid' ? '-->' : '-.->'} ${to}`;
    });
  return ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

/** The text with the picture between its two marks. */
function withPicture(text: string, name: string, picture: string): string {
  const start = `<!-- ${name}: made by \`npm run diagram\`, do not edit -->`;
  const end = `<!-- /${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`ARCHITECTURE.md has no place for ${name}: its two marks are missing.`);
  return `${text.slice(0, from)}${start}\n${picture}\n${text.slice(to)}`;
}

const path = join(root, 'ARCHITECTURE.md');
const text = readFileSync(path, 'utf8');
const withImports = withPicture(text, 'diagram', draw(await cruise(root)));
const wanted = withPicture(withImports, 'states', await drawStates());
if (!process.argv.includes('--check')) writeFileSync(path, wanted);
else if (wanted !== text) {
  const what = withImports === text ? 'what the code does to an application' : 'what the imports say';
  console.error(`The diagram in ARCHITECTURE.md is not ${what}. Run \`npm run diagram\` and commit it.`);
  process.exitCode = 1;
}
