import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { maskNumbers, numbersIn } from './masked-numbers.ts';

const label = { id: 'Uji' };
const nik: Field = { id: 'nik', type: 'nik', label };
const fields: readonly Field[] = [
  nik,
  { id: 'kk', type: 'kk', label },
  { id: 'teks', type: 'text', label },
  { id: 'saksi', type: 'personGroup', label, fields: [nik, { id: 'nama', type: 'text', label }] },
  {
    id: 'anggota',
    type: 'repeat',
    label,
    itemLabel: label,
    fields: [nik, { id: 'ibu', type: 'personGroup', label, fields: [nik] }],
  },
];
const form = { steps: [{ id: 'data', title: label, fields }] };

const sixteen = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 })
  .map((digits) => digits.join(''));
const holder = fc.record({ nik: sixteen });
const filled = fc.record({
  nik: sixteen,
  kk: sixteen,
  saksi: holder,
  anggota: fc.array(fc.record({ nik: sixteen, ibu: holder }), { maxLength: 3 }),
});

const listed = ({ nik: own, kk, saksi, anggota }: ReturnType<typeof filled.generate>['value']): string[] => [
  own,
  kk,
  saksi.nik,
  ...anggota.flatMap((one) => [one.nik, one.ibu.nik]),
];

test('every NIK and KK number is masked wherever it stands, and what was found brings each back to its place', () => {
  fc.assert(
    fc.property(filled, (answers) => {
      const found = numbersIn(form, answers);
      expect([...found.values()].toSorted()).toEqual(listed(answers).toSorted());
      const masked = maskNumbers(form, answers);
      expect([...numbersIn(form, masked).keys()]).toEqual([...found.keys()]);
      for (const number of numbersIn(form, masked).values()) expect(number).toMatch(/^\d\d•{10}\d{4}$/);
      expect(maskNumbers(form, masked)).toEqual(masked);
      expect(maskNumbers(form, masked, found)).toEqual(answers);
    }),
  );
});

test('without its form, and to questions that it does not have, every answer of that shape is masked, however deep', () => {
  fc.assert(
    fc.property(filled, (answers) => {
      for (const [unknown, told] of [
        [null, answers],
        [form, { lain: answers }],
      ] as const) {
        const masked = JSON.stringify(maskNumbers(unknown, told));
        for (const number of listed(answers)) expect(masked).not.toContain(number);
      }
    }),
  );
  expect(maskNumbers(null, { a: '9903 0101 0190 0001', b: 9_003_010_101_900_001 })).toEqual({
    a: '•'.repeat(19),
    b: '90••••••••••0001',
  });
});

test('everything else stays as it was written, also digits in free text', () => {
  const json = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 2 }),
    ),
  })).value;
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (answers: JsonObject) => {
      const rest = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== 'nik' && id !== 'kk'));
      expect(maskNumbers(null, rest)).toEqual(rest);
    }),
  );
  const written = { teks: '9903010101900001', saksi: { nama: 'NIK 9903010101900001' } };
  expect(maskNumbers(form, written)).toEqual(written);
});

test('a number of another length shows nothing of itself', () => {
  expect(maskNumbers(form, { nik: '990301', kk: { nik: '9903010101900001' } })).toEqual({
    nik: '••••••',
    kk: { nik: '99••••••••••0001' },
  });
});
