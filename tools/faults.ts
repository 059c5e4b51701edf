/**
 * Holds docs/complaints-and-faults.md against the tests: each of its numbers is named by a test's title, or has a reason.
 * `node tools/faults.ts` writes the titles into it; with --check it only compares. [folder] is another copy.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repoFiles } from './checks/repo-files.ts';
import { root } from './node24.mjs';

const wanted = [numbers('C', 45), numbers('F', 100)].flat();
const testFile = /(?:\.test\.tsx?|\.e2e\.ts)$|^tests\/(?:suites|contract\/checks)\/.*\.ts$/;
/** The formatter leaves each string in one line. */
const text = /(['"`])((?:\\.|(?!\1).)*)\1/g;
const number = /\b[CF]\d{1,3}\b/g;
/** More of them say no more. */
const mostTitles = 3;

function numbers(letter: string, last: number): readonly string[] {
  return Array.from({ length: last }, (_, index) => `${letter}${String(index + 1)}`);
}

/** Every title with a number, by its number; a browser's promises first. */
function titlesOf(folder: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const files = repoFiles(folder).filter((path) => testFile.test(path));
  const isPromise = (path: string): number => Number(path.endsWith('.e2e.ts'));
  for (const path of files.toSorted((a, b) => isPromise(b) - isPromise(a) || (a < b ? -1 : 1))) {
    for (const line of readFileSync(join(folder, path), 'utf8').split('\n')) {
      if (line.search(number) < 0 || /^\s*(?:\/\/|\/?\*)/.test(line)) continue;
      for (const [, , said = ''] of line.matchAll(text)) {
        // A title is a sentence.
        if (said.includes(' '))
          for (const [one] of said.matchAll(number)) add(found, one, `${plain(said)} (\`${path}\`)`);
      }
    }
  }
  return found;
}

function add(found: Map<string, string[]>, one: string, title: string): void {
  found.set(one, [...(found.get(one) ?? []), title]);
}

/** Without its numbers, and as one cell of a table. */
function plain(title: string): string {
  return title
    .replace(/^(?:[CFIR]\d+[, ]*)+(?::|(?= ))\s*/, '')
    .replace(/ \((?:[CFIRW]\d+(?:, )?)+\)$/, '')
    .replaceAll(/\$\{[^}]*\}/g, '…')
    .replaceAll('|', '/');
}

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
const folder = positionals[0] ?? root;
const path = join(folder, 'docs', 'complaints-and-faults.md');
const before = readFileSync(path, 'utf8');
const titles = titlesOf(folder);
const problems: string[] = [];
const seen: string[] = [];

const after = before.replaceAll(
  /^\| ([CF]\d+) \| ([^|]+) \| ([^|\n]*) \|$/gm,
  (_row, one: string, asked: string, held: string) => {
    seen.push(one);
    const proofs = titles.get(one) ?? [];
    if (proofs.length === 0 && !/^— .{10}/.test(held))
      problems.push(`${one}: no test names it, and there is no "— " with a reason`);
    const more = proofs.length > mostTitles ? [`and ${String(proofs.length - mostTitles)} more`] : [];
    return `| ${one} | ${asked} | ${proofs.length === 0 ? held : [...proofs.slice(0, mostTitles), ...more].join('; ')} |`;
  },
);
if (seen.join() !== wanted.join())
  problems.push('the table does not have each of C1 to C45 and F1 to F100 once, in order');
for (const one of titles.keys())
  if (!wanted.includes(one)) problems.push(`${one}: a title names a number that there is not`);
if (values.check !== true) writeFileSync(path, after);
else if (after !== before) problems.push('docs/complaints-and-faults.md is not what the tests say: npm run faults');

for (const problem of problems) console.error(problem);
console.log(`${String(seen.length)} numbers, ${String(problems.length)} problems`);
if (problems.length > 0) process.exitCode = 1;
