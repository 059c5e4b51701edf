import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultsOf, readEnded, stillToRun } from './named-tests.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-named-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function reported(): ReturnType<typeof readEnded> {
  const path = join(folder, 'unit.json');
  const assertionResults = [
    { fullName: 'a door is shut', status: 'passed' },
    { fullName: 'a window is shut', status: 'failed' },
    { fullName: 'a gate is shut', status: 'skipped' },
  ];
  writeFileSync(path, JSON.stringify({ testResults: [{ name: '/somewhere/server/doors.test.ts', assertionResults }] }));
  return readEnded(path);
}
const named = (name: string, file = 'server/doors.test.ts') => ({ file, name });

describe('a requirement that rests on tests of an earlier step', () => {
  it('holds when they have passed there, and not when one failed, was skipped or is gone', () => {
    const ended = reported();
    expect(faultsOf([named('door is shut')], ended)).toEqual([]);
    expect(
      faultsOf(
        ['window', 'gate', 'roof'].map((thing) => named(`${thing} is shut`)),
        ended,
      ),
    ).toEqual([
      'server/doors.test.ts: "a window is shut" failed',
      'server/doors.test.ts: "a gate is shut" skipped',
      'server/doors.test.ts: there is no test "roof is shut"',
    ]);
  });

  it('runs those of whose file nothing has run', () => {
    const other = named('is shut', 'server/walls.test.ts');
    expect(stillToRun([named('door is shut'), named('roof is shut'), other], reported())).toEqual([other]);
    expect(stillToRun([other], [])).toEqual([other]);
  });
});
