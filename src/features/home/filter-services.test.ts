import { describe, expect, test } from 'vitest';
import type { ServiceSummary } from '#domain/service/definition.ts';
import { byCategory, filterServices } from './filter-services.ts';

function service(id: string, name: string, category: string, en?: string): ServiceSummary {
  return {
    id,
    schemaVersion: 1,
    name: en === undefined ? { id: name } : { id: name, en },
    description: { id: 'Keterangan' },
    category,
    unit: 'Kantor',
    sampleData: true,
    feeIdr: 0,
    workingDays: 1,
  };
}

const all = [
  service('akta', 'Akta kelahiran', 'adminduk', 'Birth certificate'),
  service('sku', 'Surat keterangan usaha (SKU)', 'desa'),
  service('akta-mati', 'Akta kematian', 'adminduk'),
];
const ids = (typed: string) => filterServices(all, typed, (category) => `nama ${category}`).map(({ id }) => id);

describe('looking for a service', () => {
  test('nothing typed shows all', () => {
    expect(ids('  ')).toEqual(['akta', 'sku', 'akta-mati']);
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
});

test('categories keep the order of the office’s list', () => {
  expect(byCategory(all).map(({ category, services }) => [category, services.length])).toEqual([
    ['adminduk', 2],
    ['desa', 1],
  ]);
});
