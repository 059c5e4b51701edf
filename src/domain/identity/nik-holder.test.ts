import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '#domain/service/definition.ts';
import { adviseOnNik } from './nik-holder.ts';

const today = '2026-11-24';
const label = { id: 'x' };
const fields: readonly Field[] = [
  { id: 'lahir', type: 'date', label, min: '1920-01-01', max: 'today' },
  {
    id: 'jk',
    type: 'select',
    label,
    options: [
      { value: '1', label },
      { value: '2', label },
    ],
  },
];
const holder = { birthDate: 'lahir', sexQuestion: { id: 'jk', male: '1', female: '2' } };
/** Nobody's: no region begins with 99. A woman of 17 August 1990. */
const hers = '9999995708900001';

describe('what a NIK says about its holder', () => {
  test('it knows the day of birth and the sex, as answers to the questions beside it', () => {
    const advice = adviseOnNik(hers, holder, { fields, answers: {} }, today);
    expect(advice?.knows).toEqual([
      { id: 'lahir', value: '1990-08-17' },
      { id: 'jk', value: '2' },
    ]);
    expect(advice?.disagrees).toEqual([]);
  });

  test('it agrees with the same day, however it is written', () => {
    const agrees = (lahir: string) =>
      adviseOnNik('9999 9957-0890.0001', holder, { fields, answers: { lahir, jk: '2' } }, today)?.disagrees;
    for (const lahir of ['17/8/90', '17081990', '17 agustus 1990', '1990-08-17']) expect(agrees(lahir)).toEqual([]);
  });

  test('it warns of another day and of another sex, and says so of each', () => {
    const answers = { lahir: '18-08-1990', jk: '1' };
    expect(adviseOnNik(hers, holder, { fields, answers }, today)?.disagrees).toEqual(['birthDate', 'sex']);
  });

  test('a day that is not understood yet is no other day', () => {
    expect(adviseOnNik(hers, holder, { fields, answers: { lahir: '18-0' } }, today)?.disagrees).toEqual([]);
  });

  test('where the question itself says the sex, a mixed-up number is noticed', () => {
    expect(adviseOnNik(hers, { sex: 'male' }, { fields: [], answers: {} }, today)?.disagrees).toEqual(['sex']);
    expect(adviseOnNik(hers, { sex: 'female' }, { fields: [], answers: {} }, today)?.disagrees).toEqual([]);
    expect(adviseOnNik(hers, {}, { fields: [], answers: {} }, today)?.disagrees).toEqual([]);
  });

  test('a day that the question would refuse is not offered: the year has two digits only', () => {
    const young: readonly Field[] = [{ id: 'lahir', type: 'date', label, min: '2005-01-01', max: 'today' }];
    expect(adviseOnNik(hers, { birthDate: 'lahir' }, { fields: young, answers: {} }, today)?.knows).toEqual([]);
  });

  test('nothing is said before there are 16 digits', () => {
    expect(adviseOnNik(hers.slice(1), holder, { fields, answers: {} }, today)).toBeNull();
  });
});

test('what it knows never disagrees with it, whatever the number', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String);
  const nik = fc.array(digit, { minLength: 16, maxLength: 16 }).map((all) => all.join(''));
  fc.assert(
    fc.property(nik, (number) => {
      const knows = adviseOnNik(number, holder, { fields, answers: {} }, today)?.knows ?? [];
      const answers = Object.fromEntries(knows.map(({ id, value }) => [id, value]));
      expect(adviseOnNik(number, holder, { fields, answers }, today)?.disagrees).toEqual([]);
    }),
  );
});
