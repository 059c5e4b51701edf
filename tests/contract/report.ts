import type { Level } from './check.ts';

export type Result = 'passed' | 'failed' | 'not-run';

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly result: Result;
  /** What was asked and what came, when it failed; why not, when it did not run. */
  readonly why: string | null;
  readonly tookMs: number;
}

/** The machine-readable report. Holds no token and no answer that a person gave. */
export interface SuiteReport {
  readonly contractVersion: string;
  readonly baseUrl: string;
  /** Which openapi.json the answers were judged by. */
  readonly openapiSha256: string;
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  readonly tookMs: number;
  /** A level is passed when every check of it is. */
  readonly levels: readonly { readonly level: Level; readonly result: Result }[];
  readonly checks: readonly CheckResult[];
}

export function hasFailed(report: SuiteReport): boolean {
  return report.checks.some(({ result }) => result === 'failed');
}

/** One line a check, and under each that did not pass the reason. */
export function reportAsTable(report: SuiteReport): string {
  const width = Math.max(...report.checks.map(({ id }) => id.length));
  const words: Readonly<Record<Result, string>> = { passed: 'passed ', failed: 'FAILED ', 'not-run': 'not run' };
  const lines = report.checks.flatMap(({ id, level, result, title, why }) => [
    `${words[result]}  ${level.padEnd(7)}  ${id.padEnd(width)}  ${title}`,
    ...(why === null ? [] : [`${' '.repeat(20)}${why}`]),
  ]);
  const count = (result: Result) => report.checks.filter((check) => check.result === result).length;
  return [
    `${report.baseUrl}, contract version ${report.contractVersion}`,
    '',
    ...lines,
    '',
    ...report.levels.map(({ level, result }) => `level ${level.padEnd(7)}  ${words[result]}`),
    `${count('passed')} passed, ${count('failed')} failed, ${count('not-run')} not run, in ${report.tookMs} ms`,
  ].join('\n');
}
