import { expect, test } from 'vitest';
import { isTime, parseTime } from './parse-time.ts';

test.each([
  ['7:30', '07:30'],
  ['07.30', '07:30'],
  ['0730', '07:30'],
  ['23:59:59', '23:59'],
  ['00:00', '00:00'],
])('a time written as %s is understood', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
  expect(isTime(time)).toBe(true);
});

test.each(['', '7', '24:00', '12:60', '7:3', 'pagi'])('nothing is guessed from "%s"', (typed) => {
  expect(parseTime(typed)).toBeNull();
});

test('a time that is sent has two digits twice', () => {
  expect(isTime('7:30')).toBe(false);
  expect(isTime('24:00')).toBe(false);
});
