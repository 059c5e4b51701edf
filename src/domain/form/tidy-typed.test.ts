import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightAnswer, today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { cleanValue, type LeafField } from './clean-value.ts';
import { tidyTyped } from './tidy-typed.ts';

const label = { id: 'x' };
const nik: LeafField = { id: 'a', type: 'nik', label };
const tel: LeafField = { id: 'a', type: 'tel', label };
const birth: LeafField = { id: 'a', type: 'date', label, max: 'today' };
const rt: LeafField = { id: 'a', type: 'text', label, digitsOnly: true, maxLength: 3, padTo: 3 };
const name: LeafField = { id: 'a', type: 'text', label };

test.each<[LeafField, string, string]>([
  [nik, '9999990101900001', '9999 9901 0190 0001'],
  [nik, ' 999999.01-0190 0001 ', '9999 9901 0190 0001'],
  [tel, '+6280012345678', '0800-1234-5678'],
  [tel, '62 800 1234 5678', '0800-1234-5678'],
  [birth, '17 agustus 1990', '17-08-1990'],
  [birth, '17/8/45', '17-08-1945'],
  [rt, '3', '003'],
  [rt, ' 02 ', '002'],
])('%o: %s is shown as %s once the field is left', (field, typed, shown) => {
  expect(tidyTyped(field, typed, today)).toBe(shown);
});

test.each<[LeafField, string]>([
  [nik, '99999901'],
  [nik, '99999901O1900001'],
  [birth, '31-02-1990'],
  [rt, '3A'],
  [name, 'KANARI  binti Wati'],
  [rt, ''],
])('%o: %s is not understood, or needs nothing, and stays', (field, typed) => {
  expect(tidyTyped(field, typed, today)).toBe(typed);
});

test('it means the same answer as before, and a second time changes nothing', () => {
  const fields = fc.constantFrom(nik, tel, birth, rt, name);
  const typed = fields.chain((field) =>
    fc.tuple(fc.constant(field), fc.oneof(rightAnswer(field).map(String), fc.string())),
  );
  fc.assert(
    fc.property(typed, ([field, text]) => {
      const tidy = tidyTyped(field, text, today);
      expect(cleanValue(field, tidy, today)).toEqual(cleanValue(field, text, today));
      expect(tidyTyped(field, tidy, today)).toBe(tidy);
    }),
    { numRuns: 500 },
  );
});
