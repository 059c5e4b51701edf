import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../node24.mjs';
import type { CommandResult, Count, Step, StepContext } from './step.ts';

const defaultTimeLimitMs = 12 * 60_000;
/** Of a failed step's log, shown at once; the whole of it stays in the file. */
const shownLines = 120;

interface Options {
  readonly full: boolean;
  readonly words?: readonly string[];
  readonly lanes: number;
  readonly folder: string;
}

/**
 * Runs all steps, as many at a time as there are lanes, goes on after a failed one, and says how each ended. Patient ones
 * go one after the other beside all that, at the lowest priority.
 */
export async function runSteps(steps: readonly Step[], options: Options): Promise<readonly Count[]> {
  const over = new Set<string>();
  const patient = runPatient(
    steps.filter((step) => step.isPatient === true),
    options,
    over,
  );
  const counts = await runInLanes(
    steps.filter((step) => step.isPatient !== true),
    options,
    over,
  );
  return [...counts, ...(await patient)];
}

async function runPatient(steps: readonly Step[], options: Options, over: Set<string>): Promise<readonly Count[]> {
  const counts: Count[] = [];
  for (const step of steps) {
    counts.push(await runStep(step, options, over));
    over.add(step.name);
  }
  return counts;
}

async function runInLanes(steps: readonly Step[], options: Options, over: Set<string>): Promise<readonly Count[]> {
  const names = new Set(steps.map((step) => step.name));
  const waiting = [...steps];
  const running = new Map<string, Promise<void>>();
  const counts: Count[] = [];
  let exclusive = false;

  const isReady = (step: Step): boolean =>
    (step.after ?? []).every((name) => over.has(name) || !names.has(name)) &&
    (step.alone !== true || running.size === 0);

  while (waiting.length > 0 || running.size > 0) {
    const step: Step | undefined = exclusive || running.size >= options.lanes ? undefined : waiting.find(isReady);
    if (step !== undefined) {
      waiting.splice(waiting.indexOf(step), 1);
      exclusive = step.alone === true;
      const run = runStep(step, options, over).then((count) => {
        counts.push(count);
        over.add(step.name);
        running.delete(step.name);
        if (step.alone === true) exclusive = false;
      });
      running.set(step.name, run);
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`These steps wait for each other: ${waiting.map((step) => step.name).join(', ')}`);
    }
  }
  return counts;
}

async function runStep(step: Step, options: Options, over: ReadonlySet<string>): Promise<Count> {
  const startMs = performance.now();
  mkdirSync(options.folder, { recursive: true });
  const logPath = join(options.folder, `${step.name}.log`);
  const stream = createWriteStream(logPath);
  let whole = '';
  const log = (text: string): void => {
    stream.write(stripVTControlCharacters(text));
    whole += text;
    if (step.alone === true) process.stdout.write(text.replaceAll(/^(?=.)/gm, '    '));
  };
  const limit = AbortSignal.timeout(step.timeLimitMs ?? defaultTimeLimitMs);
  const context: StepContext = {
    full: options.full,
    words: options.words ?? [],
    folder: options.folder,
    over,
    signal: limit,
    log: (line) => log(`${line}\n`),
    command: (words, extra) => runCommand(step.isPatient === true ? patiently(words) : words, extra ?? {}, limit, log),
  };
  let count: Count;
  try {
    count = await step.run(context);
  } catch (error) {
    log(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    count = { passed: 0, failed: 1 };
  }
  if (limit.aborted) {
    log(`Stopped after ${((step.timeLimitMs ?? defaultTimeLimitMs) / 60_000).toFixed(0)} minutes, its limit.\n`);
    count = { passed: count.passed, failed: Math.max(1, count.failed) };
  }
  await closed(stream);
  report(step, count, performance.now() - startMs, whole, logPath);
  return count;
}

function report(step: Step, count: Count, ms: number, whole: string, logPath: string): void {
  const lines = whole.split('\n').filter((line) => line.trim() !== '');
  const total = count.passed + count.failed;
  const holds = count.failed === 0 && total > 0;
  const seconds = `${(ms / 1000).toFixed(1)} s`.padStart(8);
  const tests = total === 1 ? '' : `  ${count.passed} of ${total}`;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${step.name.padEnd(11)}${seconds}  ${step.what}${tests}`);
  if (holds) return;
  // What failed by name is said at the end; of a log that doesn't say that, its own end.
  if (step.alone !== true && (count.failures ?? []).length === 0)
    for (const line of lines.slice(-shownLines)) console.log(`    ${line}`);
  console.log(`    (the whole log: ${logPath.slice(root.length)})`);
}

function runCommand(
  words: readonly string[],
  extra: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string },
  signal: AbortSignal,
  log: (text: string) => void,
): Promise<CommandResult> {
  const [file = '', ...rest] = words;
  return new Promise((resolve) => {
    // A group of its own, so that a step over its limit ends with everything that it started.
    const child = spawn(file === 'node' ? process.execPath : file, rest, {
      cwd: extra.cwd ?? root,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...extra.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (file === patience) yieldToAll(child);
    let output = '';
    const take = (text: string): void => {
      output += text;
      log(text);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const stop = (): void => {
      if (child.pid !== undefined && child.exitCode === null) endGroup(child.pid);
    };
    signal.addEventListener('abort', stop, { once: true });
    process.once('exit', stop);
    child.on('error', (error) => log(`${error.message}\n`));
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop);
      process.removeListener('exit', stop);
      resolve({ code, output });
    });
  });
}

const patience = 'nice';

function patiently([file = '', ...rest]: readonly string[]): readonly string[] {
  const words = [file === 'node' ? process.execPath : file, ...rest];
  return process.platform === 'win32' ? words : [patience, '-n', '19', ...words];
}

/** Linux weighs sessions against each other before it looks at what is in them, where it is set to. */
function yieldToAll({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) writeFileSync(`/proc/${pid}/autogroup`, '19');
  } catch {
    // Another system, or one that does not weigh sessions.
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended in this very moment.
  }
}

function closed(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.end(() => resolve());
  });
}
