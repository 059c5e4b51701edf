import { expect, test } from 'vitest';
import type { Field } from '#domain/service/definition.ts';
import { aktaKelahiran } from '#tests/fixtures/services/services.ts';
import { fieldTrail } from './field-trail.ts';

const all = aktaKelahiran.steps.flatMap(({ fields }) => fields);
const name = (fields: readonly Field[], pointer: string) => fieldTrail(fields, pointer, ({ id }) => id).name;

test('the NIK of the second witness is told apart from that of the first', () => {
  expect(name(all, '/saksi1/nik')).toBe('Saksi 1 – NIK saksi');
  expect(name(all, '/saksi2/nik')).toBe('Saksi 2 – NIK saksi');
});

test('one of several is named by its place', () => {
  const heirs: Field = {
    id: 'ahli_waris',
    type: 'repeat',
    label: { id: 'Para ahli waris' },
    itemLabel: { id: 'Ahli waris' },
    fields: [{ id: 'nik', type: 'nik', label: { id: 'NIK' } }],
  };
  expect(name([heirs], '/ahli_waris/1/nik')).toBe('Ahli waris 2 – NIK');
  expect(name([heirs], '/ahli_waris')).toBe('Para ahli waris');
});

test('a question on a step stands alone, and an unknown one has no name', () => {
  expect(name(all, '/nik_ibu')).toBe('NIK ibu');
  expect(name(all, '/tidak_ada')).toBe('');
});
