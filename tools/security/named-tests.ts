import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runProgram } from './run-program.ts';
import type { NamedTest } from './check.ts';

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** How a test ended: by the path of its file and its whole name. */
export interface Ended {
  readonly file: string;
  readonly name: string;
  readonly status: string;
}

/** Runs the wanted tests, all in one go and nothing else, and resolves with how each test of their files ended. */
export async function runNamedTests(wanted: readonly NamedTest[]): Promise<readonly Ended[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-security-'));
  const report = join(folder, 'report.json');
  const files = [...new Set(wanted.map(({ file }) => file))];
  const names = wanted.map(({ name }) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  try {
    const vitest = ['node', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'suites'];
    await runProgram([...vitest, '-t', names, '--reporter=json', `--outputFile.json=${report}`, ...files]);
    return readEnded(report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How the tests of a run ended that has written this report of vitest's. */
export function readEnded(report: string): readonly Ended[] {
  return Report.parse(JSON.parse(readFileSync(report, 'utf8'))).testResults.flatMap(
    ({ name: file, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({ file, name: fullName, status })),
  );
}

/** Those of whose file nothing has run. A test that its file has lost is not looked for again: it is a fault. */
export function stillToRun(wanted: readonly NamedTest[], ended: readonly Ended[]): readonly NamedTest[] {
  const files = new Set(ended.map((test) => test.file));
  return wanted.filter(({ file }) => ![...files].some((path) => path.endsWith(file)));
}

/** What is wrong with the tests of one check: not run, not there any more, or failed. */
export function faultsOf(wanted: readonly NamedTest[], ended: readonly Ended[]): readonly string[] {
  return wanted.flatMap(({ file, name }) => {
    const found = ended.filter((test) => test.file.endsWith(file) && test.name.includes(name));
    if (found.length === 0) return [`${file}: there is no test "${name}"`];
    return found.filter(({ status }) => status !== 'passed').map((test) => `${file}: "${test.name}" ${test.status}`);
  });
}
