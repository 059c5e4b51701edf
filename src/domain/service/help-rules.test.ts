import { expect, test } from 'vitest';
import type { Field, SameAs, ServiceDefinition, Step } from '#domain/service/definition.ts';
import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { checkDefinition } from './check-definition.ts';

const label = { id: 'x' };
const option = (value: string) => ({ value, label });
const day: Field = { id: 'lahir', type: 'date', label };
const sex: Field = { id: 'jk', type: 'select', label, options: [option('1'), option('2')] };
const nik = (holder: object): Field => ({ id: 'nik', type: 'nik', label, holder });

function problemsOf(...steps: readonly Omit<Step, 'id' | 'title'>[]): readonly string[] {
  const named = steps.map((step, index) => ({ id: `langkah${index}`, title: label, ...step }));
  const definition: ServiceDefinition = { ...kitchenSink, requirements: [], steps: named };
  const check = checkDefinition(definition);
  return check.ok ? [] : check.problems.map(({ pointer, message }) => `${pointer} ${message}`);
}

test('a NIK is held against a date and a select that stand beside it', () => {
  const holder = { birthDate: 'lahir', sexQuestion: { id: 'jk', male: '1', female: '2' } };
  expect(problemsOf({ fields: [nik(holder), day, sex] })).toEqual([]);
  const group = (fields: readonly Field[]): Field => ({ id: 'anak', type: 'personGroup', label, fields });
  expect(problemsOf({ fields: [group([nik(holder), day, sex])] })).toEqual([]);
});

test.each<[string, readonly Field[], RegExp]>([
  ['a date of another group', [nik({ birthDate: 'lahir' })], /holder\/birthDate "lahir" is not a date beside/],
  ['a question that is no date', [nik({ birthDate: 'jk' }), sex], /holder\/birthDate/],
  ['no such select', [nik({ sexQuestion: { id: 'jk', male: '1', female: '2' } })], /sexQuestion\/id/],
  ['an option that is not there', [nik({ sexQuestion: { id: 'jk', male: '1', female: '3' } }), sex], /female "3"/],
  ['one option for both', [nik({ sexQuestion: { id: 'jk', male: '1', female: '1' } }), sex], /a man too/],
  ['known and asked', [nik({ sex: 'male', sexQuestion: { id: 'jk', male: '1', female: '2' } }), sex], /not both/],
  ['on a phone number', [{ id: 'hp', type: 'tel', label, holder: { sex: 'male' } }], /holder is only for a nik/],
  ['nothing at all', [nik({})], /holder must be at least 1 members/],
])('F68: a NIK whose holder is said with %s is refused', (_, fields, problem) => {
  expect(problemsOf({ fields }).join('\n')).toMatch(problem);
});

const name = (id: string): Field => ({ id, type: 'text', label });
const same = (answers: SameAs['answers']): SameAs => ({ label, answers });
const before: Omit<Step, 'id' | 'title'> = { fields: [name('nama'), { id: 'nik', type: 'nik', label }, sex] };

test('answers are taken over by a step, a group and a repeat from questions asked before', () => {
  expect(
    problemsOf(
      before,
      { sameAs: same({ ibu: 'nama' }), fields: [name('ibu')] },
      { fields: [{ id: 'a', type: 'personGroup', label, sameAs: same({ n: 'ibu' }), fields: [name('n')] }] },
      {
        fields: [{ id: 'b', type: 'repeat', label, itemLabel: label, sameAs: same({ n: 'a.n' }), fields: [name('n')] }],
      },
    ),
  ).toEqual([]);
});

test.each<[string, Omit<Step, 'id' | 'title'>, RegExp]>([
  ['by a question that is not its own', { sameAs: same({ nama: 'nama' }), fields: [name('ibu')] }, /of its own/],
  ['from a question that comes later', { sameAs: same({ ibu: 'ibu' }), fields: [name('ibu')] }, /asked before/],
  ['from another kind of question', { sameAs: same({ ibu: 'nik' }), fields: [name('ibu')] }, /of the same type/],
  [
    'by a question that must differ',
    { sameAs: same({ saksi: 'nik' }), fields: [{ id: 'saksi', type: 'nik', label, differsFrom: ['nik'] }] },
    /must differ/,
  ],
  [
    'with an option that is not there',
    { sameAs: same({ k: 'jk' }), fields: [{ id: 'k', type: 'select', label, options: [option('1')] }] },
    /"2" of "jk" is not an option/,
  ],
  [
    'inside of an item',
    {
      fields: [
        {
          id: 'b',
          type: 'repeat',
          label,
          itemLabel: label,
          fields: [{ id: 'c', type: 'personGroup', label, sameAs: same({ n: 'nama' }), fields: [name('n')] }],
        },
      ],
    },
    /sameAs stands on a step/,
  ],
])('an answer taken over %s is refused', (_, step, problem) => {
  expect(problemsOf(before, step).join('\n')).toMatch(problem);
});

test.each<[string, object, RegExp]>([
  ['zeros in front of words', { padTo: 3 }, /padTo is only for digitsOnly/],
  ['more zeros than fit', { padTo: 4, maxLength: 3, digitsOnly: true }, /padTo is more than maxLength/],
  ['an example that would be refused', { example: { id: 'AB' }, digitsOnly: true }, /example would be refused/],
  ['a wrong example in English', { example: { id: '12', en: 'twelve' }, digitsOnly: true }, /example would be/],
])('%s are a mistake', (_, members, problem) => {
  expect(problemsOf({ fields: [{ id: 'rt', type: 'text', label, ...members }] }).join('\n')).toMatch(problem);
});
