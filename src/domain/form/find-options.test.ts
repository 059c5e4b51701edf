import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field, Option } from '#domain/service/definition.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { findOptions } from './find-options.ts';

function longLists(fields: readonly Field[]): readonly (readonly Option[])[] {
  return fields.flatMap((field) => {
    if ('fields' in field) return longLists(field.fields);
    return 'options' in field && field.options.length > 50 ? [field.options] : [];
  });
}
const lists = shippedServices.flatMap(({ steps }) => longLists(steps.flatMap(({ fields }) => fields)));
const [occupations = []] = lists;
const found = (typed: string) => findOptions(occupations, typed).map(({ label }) => label.id);

test('the occupations are the same wherever they are asked for', () => {
  expect(lists.length).toBeGreaterThan(1);
  for (const list of lists) expect(list).toEqual(occupations);
});

test.each([
  ['ojek', 'Sopir'],
  ['Ojol', 'Sopir'],
  ['ibu rumah tangga', 'Mengurus rumah tangga'],
  ['irt', 'Mengurus rumah tangga'],
  ['buruh', 'Buruh harian lepas'],
  ['buruh pabrik', 'Karyawan swasta'],
  ['jualan', 'Pedagang'],
  ['pns', 'Pegawai negeri sipil (PNS)'],
  ['kuliah', 'Pelajar atau mahasiswa'],
  ['montir', 'Mekanik'],
  ['driver', 'Sopir'],
  ['nganggur', 'Belum atau tidak bekerja'],
  ['petni', 'Petani atau pekebun'],
  ['guru', 'Guru'],
  ['farmer', 'Petani atau pekebun'],
])('somebody who types "%s" is offered "%s" first', (typed, first) => {
  expect(found(typed)[0]).toBe(first);
});

test('with nothing typed everything is there, in the office’s order', () => {
  expect(findOptions(occupations, ' - ')).toEqual(occupations);
  expect(occupations.length).toBe(89);
});

test('every option is found by its own name, before all others', () => {
  fc.assert(
    fc.property(fc.constantFrom(...occupations), (option) => {
      expect(findOptions(occupations, option.label.id)[0]).toBe(option);
    }),
  );
});

test('any text finds some of the options, each once, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const all = findOptions(occupations, typed);
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((option) => occupations.includes(option))).toBe(true);
    }),
  );
});
