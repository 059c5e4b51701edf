import type { SecurityServer } from './security-server.ts';

/** One thing that is really done. An empty list of faults, and only that, is a pass. */
export interface SecurityCheck {
  readonly what: string;
  readonly run: (context: SecurityContext) => Promise<readonly string[]> | readonly string[];
  /** Lines of a table of what the run has found, which the report shows as well. */
  readonly table?: () => readonly string[];
}

export interface SecurityRow {
  readonly id: string;
  readonly requirement: string;
  readonly checks: readonly SecurityCheck[];
  /** What of it does not exist in this release yet; never counted as passed. */
  readonly notBuilt?: string;
  /** Promises of `npm run test:e2e` that hold the part of it that only a browser shows, by words of their titles. */
  readonly browser?: readonly string[];
}

export interface SecurityContext {
  /** A server behind a real socket, as people reach it over https. Started at the first call. */
  server(): Promise<SecurityServer>;
  /** Faults of tests that are run now: by file, words of the test's own name. */
  tests(wanted: readonly NamedTest[]): Promise<readonly string[]>;
  /** Runs a program of this project; a fault is its output. */
  command(words: readonly string[]): Promise<readonly string[]>;
}

export interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** A check that is a test of the project, run by this command. */
export function testsNamed(
  file: string,
  ...names: readonly string[]
): SecurityCheck & { readonly named: readonly NamedTest[] } {
  const named = names.map((name) => ({ file, name }));
  return {
    what: `${names.length} test${names.length === 1 ? '' : 's'} of ${file}`,
    named,
    run: ({ tests }) => tests(named),
  };
}

export function programNamed(what: string, ...words: readonly string[]): SecurityCheck {
  return { what, run: ({ command }) => command(words) };
}
