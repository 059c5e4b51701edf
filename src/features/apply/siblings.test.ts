import { expect, test } from 'vitest';
import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { siblingAnswers, siblingFields, siblingPath } from './siblings.ts';

const idsBeside = (...path: Parameters<typeof siblingFields>[1]) =>
  siblingFields(kitchenSink, path).map(({ id }) => id);

test('the questions beside one are those of its step, its group or its item', () => {
  expect(idsBeside('nik')).toEqual(['nik', 'no_kk', 'hp', 'desa', 'lahir', 'kelamin']);
  expect(idsBeside('pasangan', 'nik')).toEqual(['nama', 'warga_asing', 'nik', 'paspor']);
  expect(idsBeside('ahli_waris', 1, 'anak', 0, 'lahir')).toEqual(['nama', 'lahir', 'catatan']);
  expect(idsBeside('tidak_ada')).toEqual([]);
});

test('an answer beside one is found in the same place', () => {
  const answers = { nama: 'a', ahli_waris: [{ nama: 'b' }, { nama: 'c' }] };
  expect(siblingPath(['nama'], 'nik')).toEqual(['nik']);
  expect(siblingPath(['ahli_waris', 1, 'nama'], 'umur')).toEqual(['ahli_waris', 1, 'umur']);
  expect(siblingAnswers(answers, ['nama'])).toBe(answers);
  expect(siblingAnswers(answers, ['ahli_waris', 1, 'nama'])).toEqual({ nama: 'c' });
  expect(siblingAnswers(answers, ['ahli_waris', 7, 'nama'])).toEqual({});
});
