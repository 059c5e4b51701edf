/**
 * Reads what was built, as a phone would get it. `node tools/checks/bundle.ts [folder]` fails on a call that turns text
 * into code or markup beyond those reviewed here, on an inline script or style, on bench code and on a map of the code.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../node24.mjs';

interface Sink {
  readonly name: string;
  readonly pattern: RegExp;
  /** How many there may be in all scripts of a page together, and why they are harmless. */
  readonly reviewed: number;
  readonly why: string;
}

const sinks: readonly Sink[] = [
  { name: 'eval', pattern: /(?<![\w$.])eval\(/g, reviewed: 0, why: '' },
  { name: 'new Function', pattern: /(?<![\w$])(?:new )?Function\(/g, reviewed: 0, why: '' },
  { name: 'document.write', pattern: /document\.write(?:ln)?\(/g, reviewed: 0, why: '' },
  { name: 'insertAdjacentHTML', pattern: /\.insertAdjacentHTML\(/g, reviewed: 0, why: '' },
  { name: 'outerHTML', pattern: /\.outerHTML\s*=(?!=)/g, reviewed: 0, why: '' },
  {
    name: 'innerHTML',
    pattern: /\.innerHTML\s*=(?!=)/g,
    reviewed: 3,
    why: 'react-dom: twice for dangerouslySetInnerHTML, which lint forbids, and once with a constant, for a <script> that does not run.',
  },
];

export function findInBundle(folder: string): readonly string[] {
  const faults: string[] = [];
  const scripts = globSync('**/*.js', { cwd: folder });
  const read = (names: readonly string[]): string =>
    names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  // The page for visitors brings a React of its own.
  const ofVisitors = scripts.filter((name) => name.startsWith('simulator/'));
  const pages = [scripts.filter((name) => !ofVisitors.includes(name)), ...(ofVisitors.length > 0 ? [ofVisitors] : [])];
  for (const names of pages) faults.push(...findSinks(read(names)));
  const text = read(scripts);
  if (/window\.bench\b|bench\.seed/.test(text)) faults.push('Bench code is in the build that people get.');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  if (/<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=/i.test(html)) {
    faults.push('index.html has an inline script, style or handler, which the content security policy would refuse.');
  }
  const maps = globSync('**/*.map', { cwd: folder });
  if (maps.length > 0 || /\/\/# sourceMappingURL=/.test(text))
    faults.push('A source map is in the build that people get.');
  if (scripts.length === 0) faults.push('No script was built, so nothing was checked.');
  return faults;
}

function findSinks(text: string): readonly string[] {
  return sinks.flatMap((sink) => {
    const found = text.match(sink.pattern)?.length ?? 0;
    if (found === sink.reviewed) return [];
    return [
      `${sink.name}: ${found} in the built scripts, ${sink.reviewed} reviewed. Find where the others come from; a stranger's text could run there.`,
    ];
  });
}

if (import.meta.main) {
  const faults = findInBundle(join(root, process.argv[2] ?? 'dist'));
  for (const line of faults) console.error(line);
  if (faults.length > 0) process.exitCode = 1;
}
