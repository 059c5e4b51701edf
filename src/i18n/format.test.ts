import { describe, expect, test } from 'vitest';
import { formatsOf } from './format.ts';

const id = formatsOf('id');
const en = formatsOf('en');
/** 24 November 2026, 14.05 in Tangerang. */
const moment = Date.UTC(2026, 10, 24, 7, 5);
const minute = 60_000;
const day = 24 * 60 * minute;

describe('dates in the office’s own time', () => {
  test('a date is said with its month in words', () => {
    expect(id.date(moment)).toBe('24 November 2026');
    expect(en.date(moment)).toBe('24 November 2026');
  });
  test('late evening in UTC is already tomorrow in Tangerang', () => {
    expect(id.date(Date.UTC(2026, 10, 24, 17, 0))).toBe('25 November 2026');
  });
  test('a time is written as people there write it', () => {
    expect(id.time(moment)).toBe('14.05');
    expect(en.time(moment)).toBe('14:05');
    expect(id.dateTime(moment)).toBe('24 November 2026 pukul 14.05 WIB');
  });
});

describe('how long ago', () => {
  test.each([
    [10_000, 'baru saja'],
    [5 * minute, '5 menit yang lalu'],
    [120 * minute, 'hari ini pukul 14.05'],
    [day, 'kemarin pukul 14.05'],
    [9 * day, '24 November 2026'],
  ])('%i ms later it is "%s"', (later, words) => {
    expect(id.ago(moment, moment + later)).toBe(words);
  });
  test('a clock that was set back is not "in 3 minutes"', () => {
    expect(id.ago(moment, moment - 3 * minute)).toBe('baru saja');
  });
  test('a next try tomorrow says so', () => {
    expect(id.soon(moment, moment - minute)).toBe('pukul 14.05');
    expect(id.soon(moment + day, moment)).toBe('besok pukul 14.05');
  });
});

describe('amounts', () => {
  test.each([
    [0, '0 kB'],
    [1, '1 kB'],
    [349_200, '350 kB'],
    [1_240_000, '1,2 MB'],
    [2_000_000_000, '2 GB'],
  ])('%i bytes are "%s"', (bytes, words) => {
    expect(id.bytes(bytes)).toBe(words);
  });
  test('100% is said only when it is all', () => {
    expect(id.percent(0.999)).toBe('99%');
    expect(id.percent(1)).toBe('100%');
    expect(id.percent(Number.NaN)).toBe('0%');
  });
  test('money has its thousands parted', () => {
    expect(id.rupiah(30_000)).toBe('Rp30.000');
  });
});

test('a number keeps its decimals, written as in the person’s language', () => {
  expect(id.number(49.5)).toBe('49,5');
  expect(en.number(49.5)).toBe('49.5');
  expect(id.number(3200)).toBe('3.200');
  expect(id.number(0.3)).toBe('0,3');
});
