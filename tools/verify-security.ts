/**
 * `npm run verify:security`: every security requirement, what is really done for it, and how that came out. What is not
 * built is listed apart and counts for nothing. `-- --id R12,R13` runs those rows only. `--ended FILE` is vitest's report of
 * tests that have run just now: they are not run once more. Writes security-report.json.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './node24.mjs';
import type { NamedTest, SecurityCheck, SecurityContext, SecurityRow } from './security/check.ts';
import { type Ended, faultsOf, readEnded, runNamedTests, stillToRun } from './security/named-tests.ts';
import { securityRows } from './security/rows.ts';
import { runProgram } from './security/run-program.ts';
import { openSecurityServer, type SecurityServer } from './security/security-server.ts';

interface Done {
  readonly what: string;
  readonly ms: number;
  readonly faults: readonly string[];
  readonly table?: readonly string[];
}

interface Result {
  readonly id: string;
  readonly requirement: string;
  readonly result: 'passed' | 'failed' | 'not built';
  readonly checks: readonly Done[];
  readonly notBuilt: string | null;
}

const { values } = parseArgs({
  options: { id: { type: 'string' }, ended: { type: 'string', multiple: true, default: [] } },
});
const ids = values.id?.split(',');
const rows = securityRows.filter(({ id }) => ids?.includes(id) ?? true);
if (rows.length === 0) {
  console.error(`There is no row ${values.id ?? ''}; there are R1 to R${securityRows.length}.`);
  process.exit(2);
}

let server: Promise<SecurityServer> | undefined;
let ended: Promise<readonly Ended[]> | undefined;
const known = new Map<string, Promise<readonly string[]>>();
const ran = new Map<SecurityCheck['run'], Promise<readonly string[]>>();
const wantedTests = rows.flatMap(({ checks }) => checks.flatMap(namedOf));
const context: SecurityContext = {
  server: () => (server ??= openSecurityServer()),
  tests: async (wanted) => faultsOf(wanted, await (ended ??= endWanted())),
  command: (words) => {
    const key = words.join(' ');
    const run =
      known.get(key) ?? runProgram(words).then(({ code, output }) => (code === 0 ? [] : [output.slice(-2000)]));
    known.set(key, run);
    return run;
  },
};

// They take longest, and share nothing with the rest.
if (wantedTests.length > 0) ended = endWanted();
const results: Result[] = [];
for (const row of rows) results.push(await resultOf(row));
await (await server)?.close();
report(results);

async function endWanted(): Promise<readonly Ended[]> {
  const before = values.ended.flatMap(readEnded);
  const left = stillToRun(wantedTests, before);
  return left.length === 0 ? before : [...before, ...(await runNamedTests(left))];
}

function namedOf(check: SecurityCheck & { readonly named?: readonly NamedTest[] }): readonly NamedTest[] {
  return check.named ?? [];
}

async function resultOf({ id, requirement, checks, notBuilt, browser = [] }: SecurityRow): Promise<Result> {
  const done: Done[] = [];
  for (const { what, run, table } of checks) {
    const startMs = performance.now();
    // Two rows may rest on one crawl: it is done once.
    const running =
      ran.get(run) ?? Promise.resolve(run(context)).catch((error: unknown) => [`it broke: ${String(error)}`]);
    ran.set(run, running);
    const faults = await running;
    const ms = Math.round(performance.now() - startMs);
    done.push({ what, faults, ms, ...(table === undefined ? {} : { table: table() }) });
  }
  const lost = browser
    .filter((words) => !promiseTitles().includes(words))
    .map((words) => `no promise "${words}" in tests/e2e`);
  const faults = [...lost, ...done.flatMap((check) => check.faults)];
  const result = faults.length > 0 ? 'failed' : checks.length === 0 ? 'not built' : 'passed';
  if (lost.length > 0) done.push({ what: 'promises in browsers', ms: 0, faults: lost });
  const part = result === 'passed' && notBuilt !== undefined ? ' (the part that is built)' : '';
  console.log(`${result.padEnd(9)} ${id.padEnd(4)} ${requirement}${part}`);
  for (const { what, ms, faults: found, table = [] } of done) {
    console.log(`               ${found.length === 0 ? 'ok  ' : 'FAIL'} ${what} (${(ms / 1000).toFixed(1)} s)`);
    for (const line of [...found.slice(0, 20), ...table]) console.log(`                    ${line}`);
  }
  return { id, requirement, result, checks: done, notBuilt: notBuilt ?? null };
}

function promiseTitles(): string {
  return globSync('tests/e2e/promises/*.e2e.ts', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
}

function report(all: readonly Result[]): void {
  const count = (result: Result['result']) => all.filter((row) => row.result === result).length;
  const open = all.filter(({ notBuilt }) => notBuilt !== null);
  console.log('\nNot built, wholly or in part:');
  for (const { id, result, notBuilt } of open)
    console.log(`  ${id.padEnd(4)} ${result === 'not built' ? '     ' : '(part)'} ${notBuilt ?? ''}`);
  writeFileSync(join(root, 'security-report.json'), `${JSON.stringify({ rows: all }, null, 2)}\n`);
  console.log(`\nsecurity: ${count('passed')} passed, ${count('failed')} failed`);
  if (count('failed') > 0 || (count('passed') === 0 && count('not built') < all.length)) process.exitCode = 1;
}
