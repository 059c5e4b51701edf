import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIsoDate, isoDate, parseDate } from './parse-date.ts';

const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each([
  ['24-11-2026', '2026-11-24'],
  ['24/11/26', '2026-11-24'],
  ['24.11.2026', '2026-11-24'],
  ['24 11 2026', '2026-11-24'],
  ['24112026', '2026-11-24'],
  ['24 November 2026', '2026-11-24'],
  ['24 nop 2026', '2026-11-24'],
  ['Selasa, 24 November 2026', '2026-11-24'],
  ["Jum'at 7 Agt 2026", '2026-08-07'],
  ['1 Pebruari 2026', '2026-02-01'],
  ['5 May 2026', '2026-05-05'],
  ['24nop2026', '2026-11-24'],
  ['24 Nop ’26', '2026-11-24'],
  ["17 Agustus '90", '1990-08-17'],
  ['17 agustus 1990', '1990-08-17'],
  ['17/8/90', '1990-08-17'],
  ['17081990', '1990-08-17'],
  ['170890', '1990-08-17'],
  ['tgl. 17-8-1990', '1990-08-17'],
  ['2026-11-24', '2026-11-24'],
  ['2026/1/4', '2026-01-04'],
  ['２４-１１-２０２６', '2026-11-24'],
  ['  1-2-2026 ', '2026-02-01'],
])('a date written as %s is understood', (typed, iso) => {
  expect(parseDate(typed)).toBe(iso);
});

test.each([
  '',
  '24',
  '11/24/2026',
  '24-13-2026',
  '00-11-2026',
  '24-11-026',
  '24-11-0026',
  '24 xyz 2026',
  '2026',
  '24-11-2026x',
  'besok',
])('nothing is guessed from "%s"', (typed) => {
  expect(parseDate(typed)).toBeNull();
});

test.each(['30-02-2026', '29 Februari 2023', '31/04/2026', '2026-02-30'])(
  'F68: %s is no day of the calendar',
  (typed) => {
    expect(parseDate(typed)).toBeNull();
  },
);

test('F68: 29 February is a day in leap years only, and dates beyond 2038 are days like others', () => {
  expect(parseDate('29-02-2024')).toBe('2024-02-29');
  expect(parseDate('29-02-2000')).toBe('2000-02-29');
  expect(parseDate('29-02-1900')).toBeNull();
  expect(parseDate('20 Januari 2038')).toBe('2038-01-20');
  expect(parseDate('1-1-2107')).toBe('2107-01-01');
});

test('two digits of a year mean the past where the day can only be past', () => {
  expect(parseDate('17/08/45')).toBe('2045-08-17');
  expect(parseDate('17/08/45', '2026-11-24')).toBe('1945-08-17');
  expect(parseDate('24/11/26', '2026-11-24')).toBe('2026-11-24');
  expect(parseDate('25/11/26', '2026-11-24')).toBe('1926-11-25');
  expect(parseDate('17/08/65')).toBe('1965-08-17');
});

test('every day comes back from every way of writing it', () => {
  fc.assert(
    fc.property(anyDay, (iso) => {
      const [year = '', month = '', day = ''] = iso.split('-');
      const name = monthNames[Number(month) - 1] ?? '';
      const spellings = [
        iso,
        `${day}-${month}-${year}`,
        `${Number(day)}/${Number(month)}/${year}`,
        `${day}${month}${year}`,
        `${Number(day)} ${name} ${year}`,
        `${day} ${name.slice(0, 3)} ${year}`,
      ];
      for (const spelling of spellings) expect(parseDate(spelling)).toBe(iso);
    }),
  );
});

test('any text gives a day of the calendar or nothing, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const date = parseDate(text);
      expect(date === null || isIsoDate(date)).toBe(true);
    }),
  );
});

test('a date made of any numbers exists or is null', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), (year, month, day) => {
      const date = isoDate(year, month, day);
      if (date !== null) expect(date).toBe(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    }),
  );
});
