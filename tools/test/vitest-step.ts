import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { root } from '../node24.mjs';
import { type Count, type StepContext, whatFailed } from './step.ts';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z
    .array(
      z.object({
        name: z.string(),
        status: z.string(),
        message: z.string().default(''),
        assertionResults: z.array(
          z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
        ),
      }),
    )
    .default([]),
});

/**
 * Runs vitest projects and counts their tests. A skipped test, a file that did not load and an error outside of any
 * test count as failures; so does a project without tests.
 */
export async function runVitest(
  context: StepContext,
  name: string,
  projects: readonly string[],
  leftOut: readonly string[] = [],
): Promise<Count> {
  const reportPath = join(context.folder, `${name}.json`);
  rmSync(reportPath, { force: true });
  const { code } = await context.command([
    'node',
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    ...leftOut.flatMap((glob) => ['--exclude', glob]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
  ]);
  if (!existsSync(reportPath)) return { passed: 0, failed: 1 };
  const report = Report.parse(JSON.parse(readFileSync(reportPath, 'utf8')));
  const failures = failuresIn(report);
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) context.log(`${skipped} tests are skipped: mend them or delete them.`);
  const failed = report.numFailedTests + skipped;
  const unseen = failed === 0 && (code !== 0 || report.numPassedTests === 0) ? 1 : 0;
  return { passed: report.numPassedTests, failed: failed + unseen, ...(failures.length === 0 ? {} : { failures }) };
}

function failuresIn({ testResults }: z.output<typeof Report>): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that did not load has no tests.
    if (failed.length === 0) return status === 'failed' ? [whatFailed(file, message)] : [];
    return failed.map(({ fullName, failureMessages }) =>
      whatFailed(`${file} › ${fullName}`, failureMessages?.[0] ?? ''),
    );
  });
}
