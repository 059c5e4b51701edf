import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskNik, nikDisagrees, readNik } from './nik.ts';

const today = '2026-11-24';

test('F68: the day of a woman is written with 40 added', () => {
  expect(readNik('9999994101900001', today)).toMatchObject({ birthDate: '1990-01-01', sex: 'P' });
  expect(readNik('9999990101900001', today)).toMatchObject({ birthDate: '1990-01-01', sex: 'L' });
  expect(readNik('9999997112990001', today)).toMatchObject({ birthDate: '1999-12-31', sex: 'P' });
});

test('F68: 29 February counts in leap years; 30 February is only a warning', () => {
  expect(readNik('9999992902240001', today)).toMatchObject({ birthDate: '2024-02-29' });
  const impossible = readNik('9999993002900001', today);
  expect(impossible).toMatchObject({ digits: '9999993002900001', birthDate: null, sex: null });
  expect(impossible.warnings).toContain('date');
});

test('F68: a date after today belongs to the century before', () => {
  expect(readNik('9999992411260001', today).birthDate).toBe('2026-11-24');
  expect(readNik('9999992511260001', today).birthDate).toBe('1926-11-25');
});

test('the place is where the number was first issued, and an odd one is only a warning', () => {
  expect(readNik('9999990101900001', today)).toMatchObject({ regionCode: '99.99.99', warnings: ['province'] });
  expect(readNik('3603010101900000', today)).toMatchObject({ regionCode: '36.03.01', warnings: ['sequence'] });
});

test('a number that disagrees with the given birth date is said, by day, month and two digits of the year', () => {
  expect(nikDisagrees('9999994101900001', '1990-01-01', today)).toBe(false);
  expect(nikDisagrees('9999994101900001', '1990-01-02', today)).toBe(true);
  expect(nikDisagrees('9999993002900001', '1990-01-02', today)).toBe(false);
  expect(nikDisagrees('bukan nik', '1990-01-02', today)).toBe(false);
});

test('gaps do not matter, everything else is no number', () => {
  expect(readNik('9999 9901.0190-0001', today).digits).toBe('9999990101900001');
  for (const text of ['', '999999010190000', '99999901019000011', '999999010190000a']) {
    expect(readNik(text, today)).toEqual({ digits: null, regionCode: null, birthDate: null, sex: null, warnings: [] });
  }
});

test('any text is read without a throw, and what is read is a past day', () => {
  const nikLike = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(nikLike, fc.string({ unit: 'binary' })), (text) => {
      const { birthDate, sex, digits } = readNik(text, today);
      if (birthDate !== null) expect(birthDate <= today).toBe(true);
      expect(sex === null).toBe(birthDate === null);
      if (digits !== null) expect(digits).toMatch(/^\d{16}$/);
    }),
  );
});

test('in lists only the ends of a number are seen', () => {
  expect(maskNik('9999990101900001')).toBe('99••••••••••0001');
  expect(maskNik(maskNik('9999990101900001'))).toBe('99••••••••••0001');
  expect(maskNik('12345')).toBe('•••••');
});
