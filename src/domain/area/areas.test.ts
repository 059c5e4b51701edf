import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaName, findVillage, findVillages, isVillageCode, placeName } from './areas.ts';
import { prefixDistance } from '#lib/prefix-distance.ts';
import { kecamatanList, villages } from './villages.ts';

const names = (query: string): readonly string[] => findVillages(query).map(({ code }) => areaName(code) ?? '');

test('the regency has 29 kecamatan, 246 desa and 28 kelurahan, each with its own code', () => {
  expect(kecamatanList).toHaveLength(29);
  expect(villages.filter(({ type }) => type === 'desa')).toHaveLength(246);
  expect(villages.filter(({ type }) => type === 'kelurahan')).toHaveLength(28);
  expect(new Set(villages.map(({ code }) => code)).size).toBe(274);
  for (const { code, postal } of villages) {
    expect(code).toMatch(/^36\.03\.\d{2}\.[12]\d{3}$/);
    expect(postal).toMatch(/^15\d{3}$/);
  }
});

test('a place of every size has a name, and a code of somewhere else has none', () => {
  expect(['36.03', '36.03.01', '36.03.01.2005', '32.01', '36.03.99', '36'].map(placeName)).toEqual([
    'Kabupaten Tangerang',
    'Kec. Balaraja',
    'Talagasari, Kec. Balaraja',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a village that has a namesake is told apart by its kecamatan', () => {
  expect(names('talagasari')).toEqual(['Talagasari, Kec. Balaraja', 'Talagasari, Kec. Cikupa']);
  expect(names('talagasari cikupa')[0]).toBe('Talagasari, Kec. Cikupa');
  expect(names('Kec. Cikupa desa Talagasari')[0]).toBe('Talagasari, Kec. Cikupa');
});

test.each([
  ['TALAGA', 'Talaga, Kec. Cikupa'],
  ['jatimulya', 'Jati Mulya, Kec. Kosambi'],
  ['jati mulya', 'Jati Mulya, Kec. Kosambi'],
  ['Cikpua', 'Cikupa, Kec. Cikupa'],
  ['tlagasari', 'Talagasari, Kec. Balaraja'],
  ['15157', 'Karang Tengah, Kec. Pagedangan'],
])('"%s" finds %s first', (query, name) => {
  expect(names(query)[0]).toBe(name);
});

test('every village is found by its own name and kecamatan, first', () => {
  for (const village of villages) {
    const [first] = findVillages(`${village.name} ${village.kecamatan}`);
    expect(first).toBe(village);
  }
});

test('a query that says nothing finds nothing', () => {
  for (const query of ['', '   ', 'desa', '???', 'zzzzzzzz']) expect(findVillages(query)).toEqual([]);
});

test('any query is answered within the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 0, max: 30 }), (query, limit) => {
      expect(findVillages(query, limit).length).toBeLessThanOrEqual(limit);
    }),
  );
});

test('a code is known or it is not', () => {
  expect(findVillage('36.03.01.1001')).toMatchObject({ name: 'Balaraja', type: 'kelurahan', kecamatan: 'Balaraja' });
  expect(isVillageCode('36.03.01.1001')).toBe(true);
  expect(isVillageCode('36.71.01.1001')).toBe(false);
  expect(areaName('36.71.01.1001')).toBeUndefined();
});

test('the distance forgives a letter changed, lost, added or swapped, and what is not typed yet', () => {
  expect(prefixDistance('cikupa', 'cikupa')).toBe(0);
  expect(prefixDistance('cik', 'cikupa')).toBe(0);
  expect(prefixDistance('cikpua', 'cikupa')).toBe(1);
  expect(prefixDistance('cikopa', 'cikupa')).toBe(1);
  expect(prefixDistance('ckupa', 'cikupa')).toBe(1);
  expect(prefixDistance('cikkupa', 'cikupa')).toBe(1);
});
