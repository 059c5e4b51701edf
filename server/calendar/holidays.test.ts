import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readHolidays } from './holidays.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-calendar-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: string): string => {
  const path = join(folder, 'days.json');
  writeFileSync(path, content);
  return path;
};

it('the shipped days are those of the decree: 17 of the nation and 8 of joint leave in 2026', () => {
  const days = [...readHolidays(null)];
  expect(days.filter((day) => day.startsWith('2026'))).toHaveLength(25);
  expect(days).toContain('2026-12-24');
  expect(days.some((day) => day.startsWith('2027'))).toBe(true);
});

it('an office’s own days take their place', () => {
  const own = file('{"days":[{"day":"2026-12-27","name":"HUT Kabupaten","kind":"regional","settled":true}]}');
  expect([...readHolidays(own)]).toEqual(['2026-12-27']);
});

it.each([
  ['{', 'JSON'],
  ['{"days":[{"day":"27-12-2026","name":"x","kind":"regional","settled":true}]}', 'days.0.day'],
  ['[]', 'no list of days'],
])('a file that is wrong is said so: %s', (content, words) => {
  expect(() => readHolidays(file(content))).toThrow(words);
});

it('one that is not there, too', () => {
  expect(() => readHolidays(join(folder, 'missing.json'))).toThrow('missing.json');
});
