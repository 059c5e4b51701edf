import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SameAs } from '#domain/service/definition.ts';
import { likenessOf } from './same-as.ts';

const mother: SameAs = {
  label: { id: 'Sama dengan pemohon' },
  answers: { nama_ibu: 'nama', nik_ibu: 'pemohon.nik' },
};
const from = { nama: 'KANARI Siti', pemohon: { nik: '9999994101900001' } };
const taken = { nama_ibu: 'KANARI Siti', nik_ibu: '9999994101900001' };

test('answers are taken over from questions on a step and inside of groups', () => {
  expect(likenessOf(mother, from, {})).toEqual({ isSame: false, answers: taken });
  expect(likenessOf(mother, from, taken)).toEqual({ isSame: true, answers: taken });
});

test('one answer that was changed afterwards, and it is another person', () => {
  expect(likenessOf(mother, from, { ...taken, nik_ibu: '9999994101900002' })?.isSame).toBe(false);
});

test('what is not answered yet is not taken over, and takes nothing away', () => {
  expect(likenessOf(mother, { nama: 'KANARI Siti' }, { nik_ibu: '1' })).toEqual({
    isSame: false,
    answers: { nama_ibu: 'KANARI Siti' },
  });
  expect(likenessOf(mother, {}, {})).toBeNull();
});

test('after one press it is the same, whatever was there', () => {
  const answer = fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean(), fc.array(fc.string()));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('nama', 'nik_ibu', 'nama_ibu'), answer), answer, (own, nama) => {
      const likeness = likenessOf(mother, { nama }, own);
      expect(likenessOf(mother, { nama }, { ...own, ...likeness?.answers })?.isSame).toBe(true);
    }),
  );
});
