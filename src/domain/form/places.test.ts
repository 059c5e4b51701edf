import { describe, expect, test } from 'vitest';
import { aktaKelahiran, everyService, pengaduanAspirasi } from '#tests/fixtures/services/services.ts';
import { placesOf, positionOf } from './places.ts';

const slugs = (answers: Parameters<typeof placesOf>[1]) => placesOf(aktaKelahiran, answers).map(({ slug }) => slug);

test('the papers and the review are screens like the others', () => {
  expect(placesOf(pengaduanAspirasi, {}).map(({ slug }) => slug)).toEqual([
    'laporan',
    'kejadian',
    'pelapor',
    'berkas',
    'periksa',
  ]);
});

describe('"Langkah 1 dari 10"', () => {
  const parents = { orang_tua_diketahui: true, ada_surat_lahir: true, status_orang_tua: 'ada_buku_nikah' };

  test('counts from the start what the first answers usually bring', () => {
    expect(positionOf(aktaKelahiran, {}, 'keadaan')).toEqual({ at: 1, of: 10 });
    expect(positionOf(aktaKelahiran, { orang_tua_diketahui: true }, 'keadaan')).toEqual({ at: 1, of: 10 });
    expect(positionOf(aktaKelahiran, parents, 'pemohon')).toEqual({ at: 2, of: 10 });
  });
  test('falls when an answer takes screens away, also those that hang on a question now hidden', () => {
    expect(positionOf(aktaKelahiran, { orang_tua_diketahui: false }, 'keadaan')).toEqual({ at: 1, of: 8 });
    expect(positionOf(aktaKelahiran, { ...parents, status_orang_tua: 'anak_ibu' }, 'pemohon')).toEqual({
      at: 2,
      of: 9,
    });
  });
  test('the review is always the last', () => {
    for (const definition of everyService) {
      const { at, of } = positionOf(definition, {}, 'periksa');
      expect(at).toBe(of);
    }
  });
  test('walking through never makes it grow', () => {
    let last = Number.POSITIVE_INFINITY;
    for (const slug of slugs(parents)) {
      const { of } = positionOf(aktaKelahiran, parents, slug);
      expect(of).toBeLessThanOrEqual(last);
      last = of;
    }
  });
});
