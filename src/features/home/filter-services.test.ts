import { describe, expect, test } from 'vitest';
import type { ServiceSummary } from '#domain/service/definition.ts';
import { byCategory, filterServices } from './filter-services.ts';

function service(
  id: string,
  name: string,
  category: string,
  en?: string,
  keywords: readonly string[] = [],
): ServiceSummary {
  return {
    id,
    schemaVersion: 1,
    name: en === undefined ? { id: name } : { id: name, en },
    description: { id: 'Keterangan' },
    category,
    keywords,
    unit: 'Kantor',
    sampleData: true,
    feeIdr: 0,
    workingDays: 1,
  };
}

const all = [
  service('akta', 'Akta kelahiran', 'adminduk', 'Birth certificate', ['akte', 'bayi']),
  service('sku', 'Surat keterangan usaha (SKU)', 'desa'),
  service('aduan', 'Pengaduan', 'pengaduan', undefined, ['jalan rusak', 'lapor']),
  service('akta-mati', 'Akta kematian', 'adminduk'),
];
const ids = (typed: string) => filterServices(all, typed, (category) => `nama ${category}`).map(({ id }) => id);

describe('looking for a service', () => {
  test('nothing typed shows all', () => {
    expect(ids('  ')).toEqual(['akta', 'sku', 'aduan', 'akta-mati']);
  });
  test('capitals, accents and the order of words do not matter', () => {
    expect(ids('USÁHA surat')).toEqual(['sku']);
  });
  test('the other language finds it too', () => {
    expect(ids('birth')).toEqual(['akta']);
  });
  test('the name of a category finds its services', () => {
    expect(ids('nama adminduk')).toEqual(['akta', 'akta-mati']);
  });
  test('every word has to be there', () => {
    expect(ids('akta usaha')).toEqual([]);
  });
  test('the words that people use find what the office calls otherwise', () => {
    expect(ids('akte')).toEqual(['akta']);
    expect(ids('bayi')).toEqual(['akta']);
    expect(ids('jalan rusak')).toEqual(['aduan']);
  });
  test.each([
    ['a wrong letter', 'kelahoran'],
    ['a missing letter', 'kelhiran'],
    ['a letter too many', 'kelahhiran'],
    ['two letters swapped', 'kelahrian'],
    ['a wrong last letter', 'kelahirab'],
    ['a wrong first letter', 'jelahiran'],
    ['the beginning of a word, with a slip', 'kelagi'],
  ])('%s finds it all the same', (_, typed) => {
    expect(ids(typed)).toEqual(['akta']);
  });
  test('two wrong letters, or one in a short word, find nothing', () => {
    expect(ids('kelogiran')).toEqual([]);
    expect(ids('sxu')).toEqual([]);
  });
  test('words around it do not stand in the way', () => {
    expect(ids('mau bikin akte')).toEqual(['akta']);
    expect(ids('saya')).toEqual([]);
  });
  test('what is called so stands before what is only described so', () => {
    const described = { ...service('kartu', 'Kartu anak', 'adminduk'), description: { id: 'Perlu akta kelahiran' } };
    expect(filterServices([described, ...all], 'akta kelahiran', String).map(({ id }) => id)).toEqual([
      'akta',
      'kartu',
    ]);
  });
  test('what is written right is not joined by what only looks like it', () => {
    expect(ids('kelahiran')).toEqual(['akta']);
    expect(ids('kematian')).toEqual(['akta-mati']);
  });
});

test('categories stand in the order of the app, and one that it does not know comes last', () => {
  const strange = service('izin', 'Izin', 'perizinan');
  expect(
    byCategory([strange, ...all], ['desa', 'kecamatan', 'adminduk', 'pengaduan']).map(({ category, services }) => [
      category,
      services.map(({ id }) => id),
    ]),
  ).toEqual([
    ['desa', ['sku']],
    ['adminduk', ['akta', 'akta-mati']],
    ['pengaduan', ['aduan']],
    ['perizinan', ['izin']],
  ]);
});
