import { expect, test } from 'vitest';
import { aktaKelahiran } from '#tests/fixtures/services/services.ts';
import { summaryOf } from './summary.ts';

test('the list of services shows what a person chooses by, and nothing of the form', () => {
  expect(summaryOf(aktaKelahiran)).toEqual({
    id: 'akta-kelahiran',
    schemaVersion: aktaKelahiran.schemaVersion,
    name: { id: 'Akta kelahiran', en: 'Birth certificate' },
    description: aktaKelahiran.description,
    category: 'adminduk',
    keywords: expect.arrayContaining(['akte', 'bayi']),
    unit: 'Disdukcapil Kabupaten Tangerang',
    sampleData: true,
    feeIdr: 0,
    workingDays: 1,
  });
});
