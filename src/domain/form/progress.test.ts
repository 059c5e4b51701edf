import { expect, test } from 'vitest';
import { aktaKelahiran, suratKeteranganUsaha } from '#tests/fixtures/services/services.ts';
import { firstStepWithProblem, stepProgress } from './progress.ts';
import { wibDate } from './wib-date.ts';

test('a step counts as answered with its first answer, and hidden steps do not count', () => {
  const answers = { orang_tua_diketahui: false, nama_pemohon: 'KANARI', nama_ibu: 'KANARI Wati', kota_lahir: '  ' };
  expect(stepProgress(aktaKelahiran, answers)).toEqual([
    { stepId: 'keadaan', answered: true },
    { stepId: 'pemohon', answered: true },
    { stepId: 'anak', answered: false },
    { stepId: 'kelahiran', answered: false },
    { stepId: 'persalinan', answered: false },
    { stepId: 'saksi', answered: false },
  ]);
});

test('C31: the way to the first repair is the step in the order of the form, then the papers', () => {
  const at = (...pointers: readonly string[]): string | null =>
    firstStepWithProblem(
      suratKeteranganUsaha,
      pointers.map((pointer) => ({ pointer, code: 'required' })),
    );
  expect(at('/documents/ktp', '/keperluan', '/usaha_rt')).toBe('tempat');
  expect(at('/documents/ktp')).toBe('documents');
  expect(at('/tidak_ada')).toBeNull();
  expect(at()).toBeNull();
});

test('F67: the day changes at midnight in western Indonesia, wherever the phone is set to', () => {
  expect(wibDate(Date.UTC(2026, 10, 24, 16, 59, 59))).toBe('2026-11-24');
  expect(wibDate(Date.UTC(2026, 10, 24, 17, 0, 0))).toBe('2026-11-25');
});
