import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../node24.mjs';
import { prepareMachine } from './machine.ts';
import { asCount, type Count, type Step, type StepContext, sum, whatFailed } from './step.ts';
import { runVitest } from './vitest-step.ts';

/** Folders and files that the linter reads; named, because left alone it would also read node_modules. */
const linted = ['src', 'server', 'tests', 'tools', 'bench', 'vite.config.ts', 'vitest.config.ts', 'pwa.manifest.ts'];
const tiers = ['core', 'worker', 'page', 'node'];

/** They wait for everything else to leave them something. */
const patientLimitMs = 60 * 60_000;

/** A step that is one command, and holds when that command ends well. */
function commandStep(name: string, what: string, words: readonly string[], more: Partial<Step> = {}): Step {
  return { name, what, run: async ({ command }) => asCount((await command(words)).code === 0), ...more };
}

async function checkTypes({ command }: StepContext): Promise<Count> {
  const counts: Count[] = [];
  for (const tier of tiers) {
    const { code } = await command(['node', 'node_modules/typescript7/bin/tsc', '-p', `tsconfig.${tier}.json`]);
    counts.push(asCount(code === 0));
  }
  return sum(counts);
}

/** The suites that start a PostgreSQL, a ClamAV or an S3-compatible store, known by their import. */
function needServers(): string[] {
  return globSync('tests/suites/**/*.test.ts', { cwd: root }).filter((path) =>
    /tools\/(postgres|clamd|swift)\.ts/.test(readFileSync(join(root, path), 'utf8')),
  );
}

const BrowserReport = z.object({
  passed: z.int(),
  failed: z.int(),
  tests: z.array(z.object({ file: z.string(), name: z.string(), ok: z.boolean(), error: z.string().nullable() })),
});

async function runBrowsers(context: StepContext): Promise<Count> {
  const reportPath = join(context.folder, 'e2e.json');
  rmSync(reportPath, { force: true });
  const { code } = await context.command(['node', 'tests/e2e/run.ts', ...context.words], {
    env: { E2E_REPORT: reportPath },
  });
  if (!existsSync(reportPath)) return asCount(false);
  const { passed, failed, tests } = BrowserReport.parse(JSON.parse(readFileSync(reportPath, 'utf8')));
  const failures = tests
    .filter(({ ok }) => !ok)
    .map(({ file, name, error }) => whatFailed(`${file} › ${name}`, error ?? ''));
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, failures };
}

/** Per commit so many seeds; before a commit enough to see a slip of the hand. */
async function simulate({ command, full }: StepContext): Promise<Count> {
  return asCount((await command(['node', 'tests/simulation/cli.ts', '--seeds', full ? '100000' : '2000'])).code === 0);
}

/** Counts a mutant as a test. */
async function huntMutants({ command, full }: StepContext): Promise<Count> {
  const { code, output } = await command(['node', 'tests/simulation/mutants-cli.ts', ...(full ? [] : ['receipt'])]);
  const [, killed, all] = /mutants: (\d+) of (\d+) killed/.exec(output) ?? [];
  if (killed === undefined || all === undefined) return asCount(false);
  const survived = Number(all) - Number(killed);
  return { passed: Number(killed), failed: survived === 0 && code !== 0 ? 1 : survived };
}

const testSteps = ['unit', 'suites'];

/** Counts a requirement as a test; the matrix of authorisation is one of them. Tests that have just run are not run again. */
async function verifySecurity({ command, over, folder }: StepContext): Promise<Count> {
  const ended = testSteps.filter((name) => over.has(name)).map((name) => join(folder, `${name}.json`));
  const { code, output } = await command([
    ...['node', 'tools/verify-security.ts'],
    ...ended.flatMap((path) => ['--ended', path]),
  ]);
  const [, passed, failed] = /security: (\d+) passed, (\d+) failed/.exec(output) ?? [];
  if (passed === undefined || failed === undefined) return asCount(false);
  return { passed: Number(passed), failed: failed === '0' && code !== 0 ? 1 : Number(failed) };
}

/** Every check of the gate, quick ones first, so that a slip of the hand shows within seconds. */
export const steps: readonly Step[] = [
  {
    name: 'machine',
    what: 'browsers, PostgreSQL, ClamAV and an S3-compatible store are here',
    fullOnly: true,
    alone: true,
    run: prepareMachine,
  },
  commandStep('format', 'every file is formatted', ['node', 'node_modules/@biomejs/biome/bin/biome', 'format', '.']),
  commandStep('words', 'nothing in the repository that must not be', ['node', 'tools/checks/words.ts']),
  commandStep('faults', 'every complaint and every fault is named by a test', ['node', 'tools/faults.ts', '--check']),
  commandStep('lockfile', 'exact versions, no addresses, no install scripts', ['node', 'tools/checks/lockfile.ts']),
  commandStep('numbers', 'migrations and decisions are numbered once each, and without a gap', [
    'node',
    'tools/checks/numbers.ts',
  ]),
  commandStep('openapi', 'openapi.json is what the contract says', ['node', 'tools/openapi.ts', '--check']),
  commandStep('catalogue', 'every service, and every older version, keeps the format', [
    'node',
    'tools/catalogue.ts',
    'check',
  ]),
  commandStep('imports', 'who may import whom', ['node', 'tools/checks/imports.ts']),
  commandStep('diagram', 'the pictures in ARCHITECTURE.md are true', ['node', 'tools/diagram.ts', '--check']),
  commandStep('knip', 'no dead file, export or dependency', [
    'node',
    'node_modules/knip/bin/knip.js',
    '--no-progress',
    '--treat-config-hints-as-errors',
  ]),
  { name: 'types', what: `types, in ${tiers.length} tiers`, run: checkTypes },
  commandStep('lint', 'lint, with types', [
    'node',
    'node_modules/oxlint/bin/oxlint',
    ...linted.filter((path) => existsSync(join(root, path))),
  ]),
  { name: 'unit', what: 'unit and property tests', run: (context) => runVitest(context, 'unit', ['unit']) },
  {
    name: 'suites',
    what: 'ports, simulation and migrations',
    after: ['machine'],
    run: (context) => runVitest(context, 'suites', ['suites', 'migrations'], context.full ? [] : needServers()),
  },
  {
    name: 'contract',
    what: 'the contract, against the real server',
    run: (context) => runVitest(context, 'contract', ['contract']),
  },
  commandStep('build', 'the app builds and fits its budget', ['node', 'tools/build.ts']),
  commandStep('bundle', 'no dangerous call and no bench code in what is built', ['node', 'tools/checks/bundle.ts'], {
    after: ['build'],
  }),
  {
    name: 'security',
    what: 'each security requirement that is built, and the matrix of who may do what',
    after: ['build', 'machine', ...testSteps],
    run: verifySecurity,
  },
  {
    name: 'simulation',
    what: 'the outbox engine on bad days, by the seed',
    isPatient: true,
    timeLimitMs: patientLimitMs,
    run: simulate,
  },
  {
    name: 'mutants',
    what: 'the simulation finds every planted mistake',
    isPatient: true,
    timeLimitMs: patientLimitMs,
    run: huntMutants,
  },
  {
    name: 'nets',
    what: 'each of these checks catches what it is for',
    run: (context) => runVitest(context, 'nets', ['nets']),
  },
  {
    name: 'e2e',
    what: 'promises to a person, in real browsers',
    after: ['build', 'machine'],
    alone: true,
    fullOnly: true,
    timeLimitMs: 40 * 60_000,
    run: runBrowsers,
  },
];
