/** One named check of the gate. */
export interface Step {
  readonly name: string;
  /** What it holds, in a few words; printed beside the name. */
  readonly what: string;
  /** Steps that have to be over, well or badly, before this one starts. */
  readonly after?: readonly string[];
  /** Runs with nothing beside it: it measures, or starts browsers. */
  readonly alone?: boolean;
  /** Reckons, and neither waits nor measures: takes what the others leave of the machine, from the beginning to the end. */
  readonly isPatient?: boolean;
  /** Part of `npm test` only, not of `npm run check`: needs real browsers, PostgreSQL or ClamAV. */
  readonly fullOnly?: boolean;
  readonly timeLimitMs?: number;
  readonly run: (context: StepContext) => Promise<Count>;
}

export interface StepContext {
  /** `npm test` rather than `npm run check`. */
  readonly full: boolean;
  /** Browser promises with any of these in their file or title; all without one. */
  readonly words: readonly string[];
  /** Where a step may leave reports. */
  readonly folder: string;
  /** Steps of this run that are over. */
  readonly over: ReadonlySet<string>;
  readonly signal: AbortSignal;
  /** Runs a command in the project's root; its output goes to the step's log. */
  readonly command: (
    words: readonly string[],
    options?: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string },
  ) => Promise<CommandResult>;
  readonly log: (line: string) => void;
}

export interface CommandResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly output: string;
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** What failed, by name and in a line or two each: said once more at the end of everything, where nobody has to look for it. */
  readonly failures?: readonly string[];
}

/** A check that has no tests inside counts as one. */
export function asCount(holds: boolean): Count {
  return holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function sum(counts: readonly Count[]): Count {
  return counts.reduce<Count>((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** Lines of a message that are said again; a counterexample of a property stands in the first few. */
const shownLines = 8;

export function whatFailed(what: string, message: string): string {
  return [what, ...message.split('\n').slice(0, shownLines)].join('\n    ');
}
