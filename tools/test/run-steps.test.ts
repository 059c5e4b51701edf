import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { root } from '../node24.mjs';
import { runSteps } from './run-steps.ts';
import { asCount, type Step, type StepContext, sum } from './step.ts';
import { runVitest } from './vitest-step.ts';

let folder = '';
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-steps-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    said.push(line);
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const step = (name: string, run: Step['run'], more: Partial<Step> = {}): Step => ({ name, what: name, run, ...more });
const runAll = async (steps: readonly Step[]) => sum(await runSteps(steps, { full: true, lanes: 2, folder }));

describe('the gate', () => {
  test('goes on after a step that fails, one that throws and one that counts nothing', async () => {
    const total = await runAll([
      step('red', () => Promise.resolve(asCount(false))),
      step('thrown', () => Promise.reject(new Error('broken on purpose'))),
      step('green', () => Promise.resolve({ passed: 3, failed: 0 })),
    ]);
    expect(total).toEqual({ passed: 3, failed: 2 });
    expect(said.join('\n')).toMatch(/FAIL red/);
    expect(said.join('\n')).toMatch(/FAIL thrown[\s\S]*broken on purpose/);
    expect(said.join('\n')).toMatch(/ok {3}green/);
  });

  test('keeps the order that a step asks for, and leaves it alone when it asks for that', async () => {
    let running = 0;
    const seen: string[] = [];
    const watched = (name: string, more: Partial<Step>): Step =>
      step(
        name,
        async () => {
          running += 1;
          await new Promise(setImmediate);
          seen.push(`${name}:${running}`);
          running -= 1;
          return asCount(true);
        },
        more,
      );
    await runAll([
      watched('last', { after: ['lonely'] }),
      watched('a', {}),
      watched('b', {}),
      watched('lonely', { alone: true }),
    ]);
    expect(seen.slice(2)).toEqual(['lonely:1', 'last:1']);
  });

  test('lets patient steps go beside one that is alone, each after the other, and behind everything else', async () => {
    const lonely = Promise.withResolvers<void>();
    const seen: string[] = [];
    const patient = (name: string): Step =>
      step(
        name,
        async ({ command }) => {
          seen.push(`${name} at ${(await command(['sh', '-c', 'ps -o nice= -p $$'])).output.trim()}`);
          if (name === 'second') lonely.resolve();
          return asCount(name === 'first');
        },
        { isPatient: true },
      );
    const total = await runAll([
      patient('first'),
      patient('second'),
      step('lonely', () => lonely.promise.then(() => asCount(true)), { alone: true }),
    ]);
    expect(seen).toEqual(['first at 19', 'second at 19']);
    expect(total).toEqual({ passed: 2, failed: 1 });
  });

  test('ends a command that is over its time, and counts it as failed', async () => {
    const endless = step(
      'endless',
      async ({ command }) => asCount((await command(['node', '-e', 'setInterval(()=>{},1e6)'])).code === 0),
      {
        timeLimitMs: 300,
      },
    );
    expect(await runAll([endless])).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the count of tests', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0 };
  const count = (wanted: (Partial<typeof report> & { readonly testResults?: unknown }) | null, code: number) => {
    const context: StepContext = {
      full: true,
      words: [],
      folder,
      over: new Set(),
      signal: new AbortController().signal,
      log: () => {},
      command: () => {
        if (wanted !== null) writeFileSync(join(folder, 'x.json'), JSON.stringify({ ...report, ...wanted }));
        return Promise.resolve({ code, output: '' });
      },
    };
    return runVitest(context, 'x', ['unit']);
  };

  test('counts every test', async () => {
    expect(await count({}, 0)).toEqual({ passed: 5, failed: 0 });
    expect(await count({ numFailedTests: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
  });

  test('what failed is named with the first lines of why, also a file that did not load', async () => {
    const testResults = [
      {
        name: join(root, 'src/a.test.ts'),
        status: 'failed',
        assertionResults: [
          { fullName: 'one holds', status: 'passed', failureMessages: [] },
          { fullName: 'two holds', status: 'failed', failureMessages: ['expected 1\nto be 2'] },
        ],
      },
      { name: join(root, 'src/b.test.ts'), status: 'failed', message: 'No such module', assertionResults: [] },
    ];
    const { failures } = await count({ numFailedTests: 1, testResults }, 1);
    expect(failures).toEqual([
      'src/a.test.ts › two holds\n    expected 1\n    to be 2',
      'src/b.test.ts\n    No such module',
    ]);
  });

  test('a skipped test, an error outside of any test, no test at all and no report are failures', async () => {
    expect(await count({ numPendingTests: 1 }, 0)).toEqual({ passed: 5, failed: 1 });
    expect(await count({ numTodoTests: 1 }, 0)).toEqual({ passed: 5, failed: 1 });
    expect(await count({}, 1)).toEqual({ passed: 5, failed: 1 });
    expect(await count({ numPassedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(await count(null, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
