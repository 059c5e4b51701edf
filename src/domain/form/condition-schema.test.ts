import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownInside } from '#domain/service/condition-rules.ts';
import type { Condition, Field } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { holds } from './condition.ts';
import { conditionSchema } from './condition-schema.ts';

const option = (value: string): { value: string; label: { id: string } } => ({ value, label: { id: value } });
const label = { id: 'X' };
const fields: readonly Field[] = [
  { id: 'nama', type: 'text', label },
  { id: 'jumlah', type: 'number', label },
  { id: 'setuju', type: 'yesNo', label },
  { id: 'warna', type: 'select', label, options: [option('merah'), option('biru')] },
  { id: 'bantuan', type: 'multiSelect', label, options: [option('pkh'), option('bpnt')] },
  {
    id: 'pj',
    type: 'personGroup',
    label,
    fields: [
      { id: 'nama', type: 'text', label },
      { id: 'umur', type: 'number', label },
    ],
  },
];
const known = knownInside(fields);

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const present = (entries: Readonly<Record<string, JsonValue | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
const smallNumber = fc.constantFrom(-2, 0, 1, 5, 17, 40.5);

/** Cleaned answers: nothing null, nothing empty. */
const anyAnswers = fc
  .record({
    nama: maybe(fc.constantFrom('KANARI', '0', 'false')),
    jumlah: maybe(smallNumber),
    setuju: maybe(fc.boolean()),
    warna: maybe(fc.constantFrom('merah', 'biru')),
    bantuan: maybe(fc.subarray(['pkh', 'bpnt'], { minLength: 1 })),
    pj: maybe(fc.record({ nama: maybe(fc.constant('KANARI')), umur: maybe(smallNumber) }).map(present)),
  })
  .map(({ pj, ...plain }) =>
    present({ ...plain, pj: pj !== undefined && Object.keys(pj).length > 0 ? pj : undefined }),
  );

const anyPath = fc.constantFrom('nama', 'jumlah', 'setuju', 'warna', 'bantuan', 'pj', 'pj.nama', 'pj.umur', 'lain');
const anyLiteral = fc.oneof(
  smallNumber,
  fc.boolean(),
  fc.constantFrom<JsonValue>('merah', 'pkh', 'KANARI', '', '0', '1', null),
);
const anyOperand = fc.oneof(
  anyPath.map((path) => ({ var: path })),
  anyLiteral,
);
/** A comparison as an author would write it: a question and an answer that it can have. */
const sensible = fc
  .oneof(
    fc.tuple(fc.constantFrom('nama', 'warna', 'pj.nama'), fc.constantFrom<JsonValue>('KANARI', 'merah', null)),
    fc.tuple(fc.constantFrom('jumlah', 'pj.umur'), fc.oneof(smallNumber, fc.constant<JsonValue>(null))),
    fc.tuple(fc.constant('setuju'), fc.oneof(fc.boolean(), fc.constant<JsonValue>(null))),
  )
  .chain(([path, literal]) =>
    fc
      .tuple(fc.constantFrom('==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in'), fc.boolean())
      .map(([name, turned]) => {
        if (name === 'in') return { in: [{ var: path }, [literal]] };
        return { [name]: turned ? [literal, { var: path }] : [{ var: path }, literal] };
      }),
  );
const { rule: anyRule } = fc.letrec<{ rule: JsonValue }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      { weight: 6, arbitrary: sensible },
      anyPath.map((path) => ({ var: path })),
      fc
        .tuple(fc.constantFrom('==', '===', '!=', '!==', '<', '<=', '>', '>='), anyOperand, anyOperand)
        .map(([name, a, b]) => ({ [name]: [a, b] })),
      fc.tuple(anyOperand, fc.array(anyLiteral, { maxLength: 3 })).map(([needle, list]) => ({ in: [needle, list] })),
      fc.tuple(anyLiteral, anyPath).map(([needle, path]) => ({ in: [needle, { var: path }] })),
    ),
    tie('rule').map((rule) => ({ '!': [rule] })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }))
      .map(([name, rules]) => ({ [name]: rules })),
    fc.tuple(tie('rule'), tie('rule'), tie('rule')).map((rules) => ({ if: rules })),
  ),
}));

test('a condition that JSON Schema can say holds there exactly when it holds here', () => {
  let said = 0;
  fc.assert(
    fc.property(anyRule, fc.array(anyAnswers, { minLength: 4, maxLength: 8 }), (rule, forms) => {
      const schema = conditionSchema(rule, known);
      if (schema === null) return;
      said += 1;
      const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);
      for (const answers of forms) {
        const scope = Object.assign(Object.create(null), answers);
        expect(validate(answers), JSON.stringify({ rule, answers, schema })).toBe(holds(rule, scope));
      }
    }),
    { numRuns: 1000 },
  );
  expect(said).toBeGreaterThan(120);
});

test.each<[string, Condition]>([
  ['arithmetic', { '>': [{ '+': [{ var: 'jumlah' }, 1] }, 3] }],
  ['a question that is not here', { '==': [{ var: 'lain' }, 'x'] }],
  ['two questions compared', { '==': [{ var: 'nama' }, { var: 'warna' }] }],
  ['a number compared with text', { '==': [{ var: 'jumlah' }, '3'] }],
  ['a part of a text', { in: ['KAN', { var: 'nama' }] }],
  ['a rule over items', { some: [{ var: 'bantuan' }, { '==': [{ var: 'x' }, 1] }] }],
])('%s is left to the reference backend', (_name, rule) => {
  expect(conditionSchema(rule, known)).toBeNull();
});

test('no rule, and a rule that is none, ask the question', () => {
  expect(conditionSchema(undefined, known)).toBe(true);
  expect(conditionSchema({ nope: 1 }, known)).toBe(true);
});
