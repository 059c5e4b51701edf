/**
 * Runs the promises in real browsers, three files at a time.
 *   node tests/e2e/run.ts [word …]      only files or titles with one of the words
 * WEB_DIST: the built app (default ./dist). E2E_REPORT: where a JSON report goes. E2E_KEEP=1 keeps profiles.
 */
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Office, type OfficeOptions } from './harness/office.ts';
import { KeptShell } from './harness/kept-shell.ts';
import { type RegisteredPromise, takeRegistered } from './harness/promise.ts';
import { type Result, runPromise } from './harness/run-promise.ts';

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const root = path.resolve(import.meta.dirname, '../..');
const webDist = path.resolve(process.env['WEB_DIST'] ?? path.join(root, 'dist'));
const resultsDir = path.join(root, 'test-results', 'e2e');

if (!existsSync(path.join(webDist, 'index.html'))) {
  console.error(`No built app in ${webDist}. Run "npm run build" first.`);
  process.exit(2);
}

// A reset connection of a browser that was just killed must not end the run; a test that needs it says so itself.
const strays: string[] = [];
process.on('unhandledRejection', (reason) => strays.push(String(reason)));

/** More than this many late ones are no busy machine. */
const mostLate = 3;
const lateAtFirst: string[] = [];

/** Files at a time on two cores: a promise waits as long as it works. */
const lanes = 3;

interface Waiting {
  readonly name: string;
  readonly promises: readonly RegisteredPromise[];
  readonly office: OfficeOptions;
}
const results: Result[] = [];
const waiting: Waiting[] = [];
for (const file of globSync(path.join(import.meta.dirname, '{promises,whole-loop}', '*.e2e.ts')).sort()) {
  await import(file);
  const { promises, office } = takeRegistered();
  const name = path.relative(root, file);
  const wanted = promises.filter((promise) => isWanted(name, promise));
  if (wanted.length > 0) waiting.push({ name, promises: wanted, office });
}
// The longest first, so that no lane is left alone with it at the end.
waiting.sort((a, b) => usualMs(b) - usualMs(a));
await Promise.all(
  Array.from({ length: lanes }, async () => {
    const shell = new KeptShell();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.push(...(await runFile(next, shell)));
  }),
);

for (const stray of strays) console.log(`unhandled: ${stray}`);
const failed = results.filter((result) => !result.ok);
const report = { passed: results.length - failed.length, failed: failed.length, tests: results };
const reportFile = process.env['E2E_REPORT'];
if (reportFile !== undefined && reportFile !== '') {
  mkdirSync(path.dirname(path.resolve(reportFile)), { recursive: true });
  writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`);
}
if (results.length === 0) console.log(`no promise matches: ${words.join(' ')}`);
if (lateAtFirst.length > 0) console.log(`late at first, held when tried again or failed: ${lateAtFirst.join('; ')}`);
console.log(`e2e: ${report.passed} passed, ${report.failed} failed`);
process.exit(failed.length > 0 || strays.length > 0 || results.length === 0 ? 1 : 0);

function isWanted(file: string, promise: RegisteredPromise): boolean {
  const haystack = `${file} ${promise.title}`.toLowerCase();
  return words.length === 0 || words.some((word) => haystack.includes(word));
}

function usualMs({ promises }: Waiting): number {
  return promises.reduce((sum, promise) => sum + promise.usualMs, 0);
}

/** Says what came of a file at its end, in one piece. */
async function runFile({ name, promises, office: options }: Waiting, shell: KeptShell): Promise<readonly Result[]> {
  const office = await Office.open(webDist, options, shell);
  await shell.install(office.proxy.link.port);
  const said = [`\n${name}`];
  const done: Result[] = [];
  try {
    for (const promise of promises) done.push(await runOnceOrTwice(name, promise, office, said));
  } finally {
    await office.close();
    console.log(said.join('\n'));
  }
  return done;
}

/** What was only late is tried once more; what was wrong is not (docs/decisions/0026). */
async function runOnceOrTwice(
  file: string,
  promise: RegisteredPromise,
  office: Office,
  said: string[],
): Promise<Result> {
  const first = await runPromise(file, promise, office, resultsDir);
  const again = first.late && lateAtFirst.length < mostLate;
  said.push(...linesOf(first, again ? 'LATE' : 'FAIL'));
  if (!again) return first;
  lateAtFirst.push(first.name);
  const second = await runPromise(file, promise, office, resultsDir);
  said.push(...linesOf(second, 'FAIL'));
  return second;
}

function linesOf(result: Result, otherwise: string): readonly string[] {
  const seconds = (result.ms / 1000).toFixed(1).padStart(5);
  return [
    `  ${result.ok ? 'ok  ' : otherwise} ${seconds} s  ${result.name}`,
    ...result.notes.map((note) => `               ${note}`),
    ...(result.error === null ? [] : [result.error.replaceAll(/^/gm, '       | ')]),
  ];
}
