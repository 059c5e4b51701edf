import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { answerParts, slotPointer } from './answer-lines.ts';

const definition: ServiceDefinition = {
  id: 'uji',
  schemaVersion: 2,
  name: { id: 'Uji' },
  description: { id: 'Uji' },
  category: 'lain',
  unit: 'Kantor',
  level: 'desa',
  sampleData: true,
  standard: { procedure: [], workingDays: 3, feeIdr: 0, product: { id: 'Surat' }, legalBasis: '' },
  visit: { required: 'none' },
  requirements: [],
  steps: [
    {
      id: 'pemohon',
      title: { id: 'Siapa pemohonnya?' },
      name: { id: 'Pemohon' },
      fields: [
        { id: 'nama', type: 'text', label: { id: 'Nama' } },
        { id: 'lahir_di_rumah', type: 'yesNo', label: { id: 'Lahir di rumah' } },
        {
          id: 'alamat_rumah',
          type: 'text',
          label: { id: 'Alamat rumah' },
          visibleWhen: { '==': [{ var: 'lahir_di_rumah' }, true] },
        },
      ],
    },
    {
      id: 'saksi',
      title: { id: 'Siapa saksinya?' },
      fields: [
        {
          id: 'saksi',
          type: 'repeat',
          label: { id: 'Saksi' },
          itemLabel: { id: 'Saksi' },
          fields: [{ id: 'nik', type: 'nik', label: { id: 'NIK' } }],
        },
      ],
    },
  ],
};

/** What a JSON Pointer points at. */
function at(data: JsonValue, pointer: string): unknown {
  const parts = pointer.split('/').slice(1);
  return parts.reduce<unknown>(
    (inside, part) => (inside as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')],
    data,
  );
}

test('a mark points at exactly the answer beside it', () => {
  const data = { nama: 'KANARI', lahir_di_rumah: false, saksi: [{ nik: '1' }, { nik: '2' }] };
  const parts = answerParts(definition, data);
  expect(parts.map(({ title }) => title?.id)).toEqual(['Pemohon', 'Siapa saksinya?']);
  const lines = parts.flatMap((part) => part.lines);
  expect(lines.map(({ pointer }) => pointer)).toEqual(['/nama', '/lahir_di_rumah', '/saksi/0/nik', '/saksi/1/nik']);
  expect(lines.at(-1)?.of).toEqual({ label: { id: 'Saksi' }, number: 2 });
  for (const { pointer, value } of lines) expect(at(data, pointer)).toBe(value);
});

test('nothing that the citizen answered is left out, whatever version the form has', () => {
  const data = fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 8, noNullPrototype: true });
  fc.assert(
    fc.property(data, fc.constantFrom(definition, null), (answers, form) => {
      const shown = answerParts(form, answers).flatMap(({ lines }) => lines.map(({ pointer }) => pointer));
      for (const id of Object.keys(answers)) {
        expect(shown).toContain(`/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      }
    }),
  );
});

test('a paper is marked by its slot', () => {
  expect(slotPointer('ktp')).toBe('/documents/ktp');
});
