import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { anyJson, rightForm, spoiltForm, today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { aktaKelahiran, everyService, kitchenSink, suratKeteranganUsaha } from '#tests/fixtures/services/services.ts';
import type { FieldProblem } from './answers.ts';
import { cleanAnswers } from './clean.ts';
import { pointerKeys } from './pointer.ts';
import { validateAnswers, validateDocuments, validateField, validateStep } from './validate.ts';

const context = { today };
const anyService = fc.constantFrom(...everyService);

/** Right answers one by one; what they may be together, and days that a service leaves no room for, is allowed for. */
function oneByOne(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.filter(({ code }) => !['tooEarly', 'tooLate', 'notDifferent'].includes(code));
}

test('right answers in any way of writing them have nothing wrong, before cleaning and after', () => {
  const anyRight = anyService.chain((definition) => rightForm(definition).map((answers) => ({ definition, answers })));
  fc.assert(
    fc.property(anyRight, ({ definition, answers }) => {
      expect(oneByOne(validateAnswers(definition, answers, context))).toEqual([]);
      expect(oneByOne(validateAnswers(definition, cleanAnswers(definition, answers, today), context))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('F82: any JSON is judged without a throw and without touching a prototype', () => {
  const anything = anyService.chain((definition) =>
    fc.oneof(anyJson, spoiltForm(definition)).map((answers) => ({ definition, answers })),
  );
  fc.assert(
    fc.property(anything, ({ definition, answers }) => {
      for (const { pointer, code } of validateAnswers(definition, answers, context)) {
        expect(pointer === '' || pointer.startsWith('/')).toBe(true);
        expect(code).not.toBe('');
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('cleaning never makes a wrong answer right, nor a right one wrong', () => {
  const anySpoilt = anyService.chain((definition) =>
    spoiltForm(definition).map((answers) => ({ definition, answers })),
  );
  const known = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
    problems.filter(({ code }) => code !== 'unknownField');
  fc.assert(
    fc.property(anySpoilt, ({ definition, answers }) => {
      const cleaned = cleanAnswers(definition, answers, today);
      expect(validateAnswers(definition, cleaned, context)).toEqual(
        known(validateAnswers(definition, answers, context)),
      );
    }),
    { numRuns: 400 },
  );
});

test('F82: nesting of 10,000 levels is refused by its name, at any place', () => {
  const deep: JsonValue = JSON.parse(`${'[['.repeat(5000)}${']]'.repeat(5000)}`);
  const problems = validateAnswers(suratKeteranganUsaha, { nama_usaha: deep, __proto__x: deep }, context);
  expect(problems).toContainEqual({ pointer: '/nama_usaha', code: 'notText' });
  expect(problems).toContainEqual({ pointer: '/__proto__x', code: 'unknownField' });
});

test('F82: a key named __proto__ is an unknown question, like any other', () => {
  const hostile: JsonValue = JSON.parse('{"__proto__":{"nama_usaha":"KANARI"},"a/b~c":1}');
  const problems = validateAnswers(suratKeteranganUsaha, hostile, context);
  expect(problems).toContainEqual({ pointer: '/__proto__', code: 'unknownField' });
  expect(problems).toContainEqual({ pointer: '/a~1b~0c', code: 'unknownField' });
  expect(problems).toContainEqual({ pointer: '/nama_usaha', code: 'required' });
  expect(pointerKeys('/a~1b~0c')).toEqual(['a/b~c']);
});

type Bare<F> = F extends Field ? Omit<F, 'id' | 'label'> : never;

test.each<[string, Bare<Field>, JsonValue | undefined, Omit<FieldProblem, 'pointer'> | null]>([
  ['nothing, asked', { type: 'text', required: true }, undefined, { code: 'required' }],
  ['blanks, asked', { type: 'text', required: true }, '  ', { code: 'required' }],
  ['nothing, not required', { type: 'text' }, undefined, null],
  ['No, required', { type: 'yesNo', required: true }, false, null],
  ['zero, required', { type: 'number', required: true }, 0, null],
  ['a text too short', { type: 'text', minLength: 3 }, 'ab', { code: 'tooShort', params: { min: 3, length: 2 } }],
  ['a text too long', { type: 'text', maxLength: 3 }, 'abcd', { code: 'tooLong', params: { max: 3, length: 4 } }],
  ['three emoji', { type: 'text', maxLength: 3 }, '😀😀😀', null],
  ['a text of 201', { type: 'text' }, 'x'.repeat(201), { code: 'tooLong', params: { max: 200, length: 201 } }],
  [
    'a long text of 2,001',
    { type: 'longText' },
    'x'.repeat(2001),
    { code: 'tooLong', params: { max: 2000, length: 2001 } },
  ],
  ['a pattern missed', { type: 'text', pattern: '^[A-Z]+$' }, 'abc', { code: 'pattern' }],
  ['a pattern that is none', { type: 'text', pattern: '(' }, 'abc', null],
  ['letters among digits', { type: 'text', digitsOnly: true }, '00a', { code: 'notDigits' }],
  ['an RT as a number', { type: 'text', digitsOnly: true }, 2, { code: 'notText' }],
  ['F82: a NIK as a number', { type: 'nik' }, 9999990101900001, { code: 'notText' }],
  ['a NIK of 15', { type: 'nik' }, '999999010190001', { code: 'nikLength', params: { length: 15 } }],
  ['a NIK with a letter', { type: 'nik' }, '999999010190000O', { code: 'notDigits' }],
  ['a NIK with a leading zero', { type: 'nik' }, '0999990101900001', null],
  ['F68: a NIK with an impossible date', { type: 'nik' }, '9999993002900001', null],
  ['a KK of 17', { type: 'kk' }, '99999901019000011', { code: 'kkLength', params: { length: 17 } }],
  ['a landline', { type: 'tel' }, '021-5555555', { code: 'notPhone' }],
  ['a place by name', { type: 'area' }, 'Balaraja', { code: 'notArea' }],
  ['F68: 30 February', { type: 'date' }, '30-02-2026', { code: 'notDate' }],
  ['tomorrow', { type: 'date', max: 'today' }, '25-11-2026', { code: 'tooLate', params: { max: today } }],
  ['yesterday', { type: 'date', min: 'today' }, '2026-11-23', { code: 'tooEarly', params: { min: today } }],
  ['today', { type: 'date', min: 'today', max: 'today' }, today, null],
  ['a time of no day', { type: 'time' }, '25:00', { code: 'notTime' }],
  ['words for a number', { type: 'number' }, 'banyak', { code: 'notNumber' }],
  ['F82: 1e309', { type: 'number' }, JSON.parse('1e309'), { code: 'notNumber' }],
  ['a number that loses digits', { type: 'number' }, 2 ** 60, { code: 'notNumber' }],
  ['a part of a whole', { type: 'number' }, '1,5', { code: 'notInteger' }],
  ['this year', { type: 'number', year: 'past', max: 2100 }, 2026, null],
  ['next year', { type: 'number', year: 'past', max: 2100 }, 2027, { code: 'tooLarge', params: { max: 2026 } }],
  ['next year, where it may be', { type: 'number', year: 'any' }, 2027, null],
  ['too small', { type: 'number', min: 1 }, 0, { code: 'tooSmall', params: { min: 1 } }],
  ['too large', { type: 'number', max: 9 }, '1.000', { code: 'tooLarge', params: { max: 9 } }],
  ['maybe', { type: 'yesNo' }, 'mungkin', { code: 'notYesNo' }],
  [
    'an option that is none',
    { type: 'select', options: [{ value: 'a', label: { id: 'A' } }] },
    'b',
    { code: 'notOption' },
  ],
  [
    'a list for one choice',
    { type: 'select', options: [{ value: 'a', label: { id: 'A' } }] },
    ['a'],
    { code: 'notOption' },
  ],
  [
    'one text for several choices',
    { type: 'multiSelect', options: [{ value: 'a', label: { id: 'A' } }] },
    'a',
    { code: 'wrongShape' },
  ],
  [
    'a choice that is none',
    { type: 'multiSelect', options: [{ value: 'a', label: { id: 'A' } }] },
    ['a', 'b'],
    { code: 'notOption' },
  ],
  ['a text for a group', { type: 'personGroup', fields: [] }, 'x', { code: 'wrongShape' }],
  ['an object for a repeat', { type: 'repeat', itemLabel: { id: 'X' }, fields: [] }, { x: 1 }, { code: 'wrongShape' }],
])('%s', (_name, bare, value, problem) => {
  const expected = problem === null ? [] : [{ pointer: '/x', ...problem }];
  expect(validateField({ ...bare, id: 'x', label: { id: 'X' } }, value, context)).toEqual(expected);
});

test('a place must be one that the office knows', () => {
  const place: Field = { id: 'desa', type: 'area', label: { id: 'Desa' } };
  const isKnownArea = (code: string): boolean => code === '36.03.01.1001';
  expect(validateField(place, '36.03.01.1001', { today, isKnownArea })).toEqual([]);
  expect(validateField(place, '36.71.01.1001', { today, isKnownArea })).toEqual([
    { pointer: '/desa', code: 'notArea' },
  ]);
});

const witnesses = aktaKelahiran.steps.find(({ id }) => id === 'saksi');

test('what is missing in a group is said at the question inside, by pointer', () => {
  if (witnesses === undefined) throw new Error('the deed has witnesses');
  expect(validateStep(witnesses, { saksi1: { nama: 'KANARI' } }, context)).toEqual([
    { pointer: '/saksi1/nik', code: 'required' },
    { pointer: '/saksi2/nama', code: 'required' },
    { pointer: '/saksi2/nik', code: 'required' },
  ]);
});

const codesAt = (answers: JsonObject, prefix: string): readonly string[] =>
  validateAnswers(kitchenSink, answers, context)
    .filter(({ pointer }) => pointer.startsWith(prefix))
    .map(({ pointer, code }) => `${pointer} ${code}`);

test('an optional group counts once it is begun', () => {
  expect(codesAt({ menikah: true }, '/saksi')).toEqual([]);
  expect(codesAt({ menikah: true, saksi: { hp: '080012345678' } }, '/saksi')).toEqual(['/saksi/nama required']);
});

test('items are counted, and each is judged where it stands', () => {
  expect(codesAt({}, '/kendaraan')).toEqual(['/kendaraan required']);
  expect(codesAt({ kendaraan: [{}, { pelat: 'B 1' }, {}] }, '/kendaraan')).toEqual(['/kendaraan/0/pelat required']);
  expect(
    codesAt({ kendaraan: [{ pelat: '1' }, { pelat: '2' }, { pelat: '3' }, { pelat: '4' }] }, '/kendaraan'),
  ).toEqual(['/kendaraan tooManyItems']);
  expect(codesAt({ kendaraan: ['B 1'] }, '/kendaraan')).toEqual(['/kendaraan/0 wrongShape']);
  const heirs = [{ nama: 'KANARI', umur: 12, anak: [{ nama: '' }, { lahir: '30-02-2026', x: 1 }] }];
  expect(codesAt({ ahli_waris: heirs }, '/ahli_waris')).toEqual([
    '/ahli_waris/0/wali required',
    '/ahli_waris/0/anak/0/nama required',
    '/ahli_waris/0/anak/1/nama required',
    '/ahli_waris/0/anak/1/lahir notDate',
    '/ahli_waris/0/anak/1/x unknownField',
  ]);
});

test('too few items are said at the list', () => {
  const list: Field = {
    id: 'x',
    type: 'repeat',
    label: { id: 'X' },
    itemLabel: { id: 'X' },
    minItems: 2,
    fields: [{ id: 'a', type: 'text', label: { id: 'A' } }],
  };
  expect(validateField(list, [{ a: '1' }], context)).toEqual([
    { pointer: '/x', code: 'tooFewItems', params: { min: 2 } },
  ]);
  expect(validateField(list, [], context)).toEqual([]);
});

test('answers that are no object are said as a whole', () => {
  expect(validateAnswers(kitchenSink, [], context)).toEqual([{ pointer: '', code: 'wrongShape' }]);
});

test('wrong answers to hidden questions are not looked at', () => {
  const definition: ServiceDefinition = { ...suratKeteranganUsaha, steps: suratKeteranganUsaha.steps.slice(1, 2) };
  const answers = { nama_usaha: 'KANARI', jenis_usaha: 'Warung', mulai_usaha: 2019, punya_nib: false, nib: 'salah' };
  expect(validateAnswers(definition, answers, context)).toEqual([]);
  expect(validateAnswers(definition, { ...answers, punya_nib: true }, context)).toEqual([
    { pointer: '/nib', code: 'notDigits' },
  ]);
});

test('papers are judged by slot: missing, too many, of another kind, of no requirement', () => {
  const jpeg = { slot: 'ktp', mediaType: 'image/jpeg' } as const;
  const all = [
    jpeg,
    { slot: 'kk', mediaType: 'application/pdf' },
    { slot: 'pengantar_rt_rw', mediaType: 'image/png' },
  ] as const;
  expect(validateDocuments(suratKeteranganUsaha, {}, all)).toEqual([]);
  expect(
    validateDocuments(suratKeteranganUsaha, {}, [
      jpeg,
      jpeg,
      jpeg,
      { slot: 'foto_usaha', mediaType: 'application/pdf' },
      { slot: 'a/b', mediaType: 'image/png' },
    ]),
  ).toEqual([
    { pointer: '/documents/a~1b', code: 'unknownField' },
    { pointer: '/documents/ktp', code: 'tooManyDocuments', params: { max: 2 } },
    { pointer: '/documents/kk', code: 'documentMissing' },
    { pointer: '/documents/pengantar_rt_rw', code: 'documentMissing' },
    { pointer: '/documents/foto_usaha', code: 'documentNotAccepted' },
  ]);
});

test('a paper that is not asked for is neither missed nor looked at', () => {
  const answers = { orang_tua_diketahui: false };
  const stale = [
    { slot: 'ba_polisi', mediaType: 'image/jpeg' },
    { slot: 'buku_nikah', mediaType: 'image/jpeg' },
  ] as const;
  expect(validateDocuments(aktaKelahiran, answers, stale)).toEqual([]);
});

test('two witnesses are two people, and neither is a parent', () => {
  const witness = (nik: string) => ({ nama: 'KANARI', nik });
  const answers = {
    orang_tua_diketahui: true,
    status_orang_tua: 'ada_buku_nikah',
    nik_ibu: '9999990101900001',
    nik_ayah: '9999990101900002',
  };
  const likeness = (saksi1: string, saksi2: string, more: JsonObject = {}) =>
    validateAnswers(aktaKelahiran, { ...answers, ...more, saksi1: witness(saksi1), saksi2: witness(saksi2) }, context)
      .filter(({ code }) => code === 'notDifferent')
      .map(({ pointer, params }) => [pointer, params?.['other']]);
  expect(likeness('9999990101900003', '9999990101900004')).toEqual([]);
  expect(likeness('9999990101900003', '9999 9901 0190 0003')).toEqual([['/saksi2/nik', 'saksi1.nik']]);
  expect(likeness('9999990101900001', '9999990101900002')).toEqual([
    ['/saksi1/nik', 'nik_ibu'],
    ['/saksi2/nik', 'nik_ayah'],
  ]);
  // A father who is not asked for can't be the same person.
  expect(likeness('9999990101900002', '9999990101900003', { status_orang_tua: 'anak_ibu' })).toEqual([]);
});

test('the step with the second witness says it too, while it is filled in', () => {
  const step = aktaKelahiran.steps.find(({ id }) => id === 'saksi');
  const witness = { nama: 'KANARI', nik: '9999990101900003' };
  const answers = { orang_tua_diketahui: true, saksi1: witness, saksi2: witness };
  expect(step && validateStep(step, answers, context)).toEqual([
    { pointer: '/saksi2/nik', code: 'notDifferent', params: { other: 'saksi1.nik' } },
  ]);
});
