import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { anyJson } from '#tests/fixtures/services/arbitrary-answers.ts';
import { everyService, kitchenSink, suratKeteranganUsaha } from '#tests/fixtures/services/services.ts';
import { checkDefinition } from './check-definition.ts';
import { paperKinds } from './paper-kind.ts';

const published: JsonObject = JSON.parse(
  readFileSync(new URL('./service-definition.schema.json', import.meta.url), 'utf8'),
);
const byStandard = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowMatchingProperties: true,
  allErrors: true,
}).compile(published);

/** A copy of a definition with one member replaced, or removed by undefined. */
function changed(definition: unknown, path: string, value: JsonValue | undefined): JsonValue {
  const copy: JsonValue = JSON.parse(JSON.stringify(definition));
  const keys = path.split('/').slice(1);
  let at: unknown = copy;
  for (const key of keys.slice(0, -1)) at = Reflect.get(Object(at), key);
  const last = keys.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(Object(at), last);
  else Reflect.set(Object(at), last, value);
  return copy;
}

const pointersOf = (json: unknown): readonly string[] => {
  const check = checkDefinition(json);
  return check.ok ? [] : check.problems.map(({ pointer }) => pointer);
};

test.each(everyService.map((definition) => [definition.id, definition] as const))(
  '%s is a service by both checks',
  (_id, definition) => {
    expect(byStandard(definition), JSON.stringify(byStandard.errors)).toBe(true);
    expect(checkDefinition(definition)).toEqual({ ok: true, definition });
  },
);

/** kitchen-sink: step 0 has texts, step 1 numbers, step 2 choices, step 4 groups, step 5 repeats. */
test.each<[string, string, JsonValue | undefined]>([
  ['no id', '/id', undefined],
  ['an id with blanks', '/id', 'surat baru'],
  ['a version that is no whole number', '/schemaVersion', 1.5],
  ['version 0', '/schemaVersion', 0],
  ['a name as plain text', '/name', 'Surat'],
  ['a name in English only', '/name', { en: 'Letter' }],
  ['a blank name', '/name/id', '  '],
  ['an unknown level', '/level', 'provinsi'],
  ['a fee below nothing', '/standard/feeIdr', -1],
  ['a fee as text', '/standard/feeIdr', 'gratis'],
  ['no procedure', '/standard/procedure', []],
  ['zero working days', '/standard/workingDays', 0],
  ['an unknown reason to come', '/visit/required', 'maybe'],
  ['no steps', '/steps', []],
  ['a step called documents', '/steps/0/id', 'documents'],
  ['a step without questions', '/steps/0/fields', []],
  ['an unknown kind of question', '/steps/0/fields/0/type', 'signature'],
  ['a question without kind', '/steps/0/fields/0/type', undefined],
  ['a question without label', '/steps/0/fields/0/label', undefined],
  ['a question called documents', '/steps/0/fields/0/id', 'documents'],
  ['a question called __proto__', '/steps/0/fields/0/id', '__proto__'],
  ['a slip of the pen', '/steps/0/fields/0/requierd', true],
  ['a member of another kind', '/steps/0/fields/0/min', 1],
  ['required as text', '/steps/0/fields/0/required', 'yes'],
  ['a length as text', '/steps/0/fields/0/maxLength', '60'],
  ['a date bound in Indonesian writing', '/steps/1/fields/2/min', '24-11-2026'],
  ['a choice of nothing', '/steps/2/fields/0/options', []],
  ['an option without value', '/steps/2/fields/0/options/0/value', undefined],
  ['a group without questions', '/steps/4/fields/0/fields', []],
  ['a repeat without a name for its item', '/steps/5/fields/0/itemLabel', undefined],
  ['a wrong question deep inside', '/steps/5/fields/0/fields/3/fields/0/type', 'x'],
  ['a paper in no format', '/requirements/0/accept', []],
  ['a paper in Word', '/requirements/0/accept', ['application/msword']],
  ['the same format twice', '/requirements/0/accept', ['image/png', 'image/png']],
  ['a paper neither required nor not', '/requirements/0/required', undefined],
  ['a paper of no kind', '/requirements/0/paper', {}],
  ['a paper of a kind in capitals', '/requirements/0/paper', { kind: 'KTP' }],
  ['a paper of more than a kind', '/requirements/0/paper', { kind: 'ktp', whose: 'nama' }],
  ['a condition as text', '/steps/0/visibleWhen', 'x == 1'],
  ['a condition of two operations', '/steps/2/visibleWhen', { '==': [1, 1], '!=': [1, 1] }],
  ['a condition with an unknown operation', '/steps/2/visibleWhen', { equals: [{ var: 'nama' }, 'x'] }],
  ['a condition with too few arguments', '/steps/2/visibleWhen', { '==': [{ var: 'nama' }] }],
  ['a condition that is wrong deep inside', '/steps/2/visibleWhen', { and: [{ '!': { log: { var: 'nama' } } }] }],
  ['a condition on no name', '/steps/2/visibleWhen', { '==': [{ var: 1 }, 1] }],
])('%s is refused by the published schema and by the app, at its place', (_name, path, value) => {
  const broken = changed(kitchenSink, path, value);
  expect(byStandard(broken)).toBe(false);
  const pointers = pointersOf(broken);
  expect(pointers.length).toBeGreaterThan(0);
  for (const pointer of pointers) expect(`${pointer}/`.startsWith(`${path}/`) || path.startsWith(pointer)).toBe(true);
});

test.each<[string, string, JsonValue, string]>([
  ['two questions of one name', '/steps/1/fields/0/id', 'nama', '/steps/1/fields/0'],
  ['two steps of one name', '/steps/1/id', 'tulisan', '/steps/1'],
  ['two papers of one name', '/requirements/1/id', 'foto', '/requirements/1'],
  ['two options of one value', '/steps/2/fields/0/options/1/value', 'merah', '/steps/2/fields/0/options/1'],
  ['two questions of one name in an item', '/steps/5/fields/0/fields/1/id', 'nama', '/steps/5/fields/0/fields/1'],
  ['a smallest above the largest', '/steps/1/fields/0/min', 101, '/steps/1/fields/0/min'],
  ['a shortest above the longest', '/steps/0/fields/0/minLength', 61, '/steps/0/fields/0/minLength'],
  ['fewest items above most', '/steps/5/fields/0/minItems', 6, '/steps/5/fields/0/minItems'],
  ['a day that is none', '/steps/1/fields/2/min', '2026-02-30', '/steps/1/fields/2/min'],
  ['a pattern that is none', '/steps/0/fields/2/pattern', '(', '/steps/0/fields/2/pattern'],
  ['a condition on a later question', '/steps/0/visibleWhen', { var: 'jumlah' }, '/steps/0/visibleWhen'],
  [
    'a condition on a question that is not there',
    '/steps/2/visibleWhen',
    { '!': { var: 'nma' } },
    '/steps/2/visibleWhen',
  ],
  ['a condition on itself', '/steps/0/fields/0/visibleWhen', { var: 'nama' }, '/steps/0/fields/0/visibleWhen'],
  [
    'an option that a select does not have',
    '/steps/3/visibleWhen',
    { '==': [{ var: 'warna' }, 'hijau'] },
    '/steps/3/visibleWhen',
  ],
  [
    'a choice that a list does not have',
    '/requirements/1/visibleWhen',
    { in: ['kis', { var: 'bantuan' }] },
    '/requirements/1/visibleWhen',
  ],
  ['yes as text', '/requirements/1/visibleWhen', { '==': [{ var: 'menikah' }, 'ya'] }, '/requirements/1/visibleWhen'],
  [
    'a rule over the items of no list',
    '/requirements/2/visibleWhen',
    { some: [{ var: 'nama' }, { var: 'x' }] },
    '/requirements/2/visibleWhen',
  ],
  [
    'an item’s question that is not there',
    '/requirements/2/visibleWhen',
    { some: [{ var: 'ahli_waris' }, { var: 'usia' }] },
    '/requirements/2/visibleWhen',
  ],
  ['a paper that the app has no name for', '/requirements/0/paper', { kind: 'sim' }, '/requirements/0/paper/kind'],
  [
    'the paper of a person whom nobody asks for',
    '/requirements/0/paper',
    { kind: 'ktp', of: 'nama_saksi' },
    '/requirements/0/paper/of',
  ],
  [
    'the paper of a person whose name is a number',
    '/requirements/0/paper',
    { kind: 'ktp', of: 'jumlah' },
    '/requirements/0/paper/of',
  ],
])('%s: well-formed by the schema, refused by the app', (_name, path, value, pointer) => {
  const broken = changed(kitchenSink, path, value);
  expect(byStandard(broken)).toBe(true);
  expect(pointersOf(broken)).toContain(pointer);
});

test('groups go two levels deep and no deeper', () => {
  const label = { id: 'X' };
  const group = (depth: number): JsonValue =>
    depth === 0
      ? { id: 'x', type: 'text', label }
      : { id: `g${depth}`, type: 'personGroup', label, fields: [group(depth - 1)] };
  expect(pointersOf(changed(suratKeteranganUsaha, '/steps/0/fields/3', group(2)))).toEqual([]);
  expect(pointersOf(changed(suratKeteranganUsaha, '/steps/0/fields/3', group(3)))).not.toEqual([]);
});

test('the problem is said in words that help to mend it', () => {
  const check = checkDefinition(changed(kitchenSink, '/steps/3/visibleWhen', { '==': [{ var: 'warna' }, 'hijau'] }));
  expect(check).toEqual({
    ok: false,
    problems: [{ pointer: '/steps/3/visibleWhen', message: '"hijau" can never be the answer to "warna"' }],
  });
});

test('a question can only differ from one of its kind that was asked before it', () => {
  const at = (index: number, others: readonly string[]) =>
    pointersOf(changed(suratKeteranganUsaha, `/steps/0/fields/${index}/differsFrom`, others));
  expect(at(1, ['nama_pemohon'])).toEqual(['/steps/0/fields/1/differsFrom']);
  expect(at(1, ['nik_pemohon'])).toEqual(['/steps/0/fields/1/differsFrom']);
  expect(at(2, ['nik_pemohon'])).toEqual(['/steps/0/fields/2/differsFrom']);
  expect(at(2, [])).toEqual(['/steps/0/fields/2/differsFrom']);
  const two = changed(suratKeteranganUsaha, '/steps/3/fields/1', {
    id: 'nik_saksi',
    type: 'nik',
    label: { id: 'NIK saksi' },
    differsFrom: ['nik_pemohon'],
  });
  expect(pointersOf(two)).toEqual([]);
});

test('an app reads a definition that a newer office wrote, as far as it knows its questions', () => {
  const newer = changed(changed(kitchenSink, '/steps/0/hue', 'green'), '/name/su', 'Sagala aya');
  expect(checkDefinition(newer).ok).toBe(false);
  expect(checkDefinition(newer, 'app').ok).toBe(true);
  expect(checkDefinition(changed(newer, '/steps/0/fields/0/type', 'signature'), 'app').ok).toBe(false);
  expect(checkDefinition(changed(newer, '/steps/2/visibleWhen', { xor: [true] }), 'app').ok).toBe(false);
});

test('a paper of a kind that only a newer app has a name for keeps nobody from its service', () => {
  expect(checkDefinition(changed(kitchenSink, '/requirements/0/paper', { kind: 'sim', of: 'nama' }), 'app').ok).toBe(
    true,
  );
});

test('the published schema names every kind of paper', () => {
  for (const kind of paperKinds) expect(JSON.stringify(published)).toContain(kind);
  const paper = { kind: 'ktp', of: 'nama', 'x-note': 1 };
  expect(checkDefinition(changed(kitchenSink, '/requirements/0/paper', paper)).ok).toBe(true);
});

test('a signature is written as a PNG for one application; another way to come by a paper is for newer apps', () => {
  const at = kitchenSink.requirements.findIndex(({ capture }) => capture === 'signature');
  const changes: readonly (readonly [string, JsonValue])[] = [
    ['capture', 'stempel'],
    ['accept', ['image/jpeg']],
    ['paper', { kind: 'ktp' }],
  ];
  for (const [member, value] of changes) {
    const json = changed(kitchenSink, `/requirements/${at}/${member}`, value);
    expect(checkDefinition(json).ok).toBe(false);
    expect(checkDefinition(json, 'app').ok).toBe(true);
  }
  expect(checkDefinition(changed(kitchenSink, `/requirements/${at}/capture`, 7), 'app').ok).toBe(false);
});

test('members that begin with x- are the publisher’s own', () => {
  expect(checkDefinition(changed(kitchenSink, '/steps/0/x-note', { any: ['thing'] })).ok).toBe(true);
});

test('F82: any JSON at any place is judged as the standard judges it, and never throws', () => {
  const paths = [
    '',
    '/name',
    '/standard',
    '/visit',
    '/requirements',
    '/requirements/0',
    '/steps',
    '/steps/0/fields',
    '/steps/0/fields/0',
    '/steps/2/fields/0/options',
    '/steps/2/visibleWhen',
    '/steps/5/fields/0/fields',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...paths), anyJson, (path, value) => {
      const json: JsonValue = JSON.parse(JSON.stringify(path === '' ? value : changed(kitchenSink, path, value)));
      const wellFormed = byStandard(json);
      const check = checkDefinition(json);
      if (!wellFormed) expect(check.ok).toBe(false);
      if (check.ok) expect(wellFormed).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('F82: nesting of 10,000 levels is a problem, not a crash', () => {
  const deep: JsonValue = JSON.parse(`${'{"!":['.repeat(5000)}true${']}'.repeat(5000)}`);
  expect(
    pointersOf({ ...suratKeteranganUsaha, steps: [{ ...suratKeteranganUsaha.steps[0], visibleWhen: deep }] }),
  ).not.toEqual([]);
});
