import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askForm, type AskedField } from '#domain/form/ask.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { isJsonArray, isJsonObject } from '#domain/form/json-object.ts';
import { answersJsonSchema } from '#domain/form/json-schema.ts';
import { validateAnswers } from '#domain/form/validate.ts';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { anyJson, rightForm, spoiltForm, today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { everyBranch } from '#tests/fixtures/services/branches.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { isVillageCode } from '#domain/area/areas.ts';

const context = { today, isKnownArea: isVillageCode };

function questionsOf(fields: readonly Field[], parent = ''): readonly string[] {
  return fields.flatMap((field) => [
    `${parent}/${field.id}`,
    ...('fields' in field ? questionsOf(field.fields, `${parent}/${field.id}`) : []),
  ]);
}

interface AskedAt {
  readonly field: Field;
  /** Keys into the answers; one item of a repeat is the first. */
  readonly path: readonly string[];
}

function askedAt(asked: readonly AskedField[], parent: readonly string[] = []): readonly AskedAt[] {
  return asked.flatMap(({ field, rows }) => {
    const path = [...parent, field.id];
    const inside = field.type === 'repeat' ? [...path, '0'] : path;
    return [{ field, path }, ...askedAt(rows[0] ?? [], inside)];
  });
}
const asQuestion = (path: readonly string[]) => `/${path.filter((key) => key !== '0').join('/')}`;

/** Questions and papers that no way through the form comes to. */
function outOfReach(definition: ServiceDefinition): readonly string[] {
  const forms = everyBranch(definition).map((answers) => askForm(definition, answers, context));
  const reached = new Set([
    ...forms.flatMap(({ steps }) => askedAt(steps.flatMap(({ asked }) => asked))).map(({ path }) => asQuestion(path)),
    ...forms.flatMap(({ requirements }) => requirements.map(({ id }) => `paper ${id}`)),
  ]);
  return [
    ...questionsOf(definition.steps.flatMap(({ fields }) => fields)),
    ...definition.requirements.map(({ id }) => `paper ${id}`),
  ].filter((one) => !reached.has(one));
}

function withValue(old: JsonValue, [key, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (key === undefined) return value;
  if (isJsonArray(old)) return old.map((item, index) => (String(index) === key ? withValue(item, rest, value) : item));
  return isJsonObject(old) ? { ...old, [key]: withValue(old[key] ?? null, rest, value) } : old;
}

/** What nobody may answer here, whatever the client. */
function hostileTo(field: Field): readonly JsonValue[] {
  const never: readonly JsonValue[] = [{ a: 1 }, [[]]];
  switch (field.type) {
    case 'text':
    case 'longText':
      return [...never, 'x'.repeat((field.maxLength ?? 2000) + 1)];
    case 'number':
      return [...never, 1.5, 1e21, -1_000_000, 'banyak'];
    case 'date':
      return [...never, '31-02-2026', '9999-99-99', 20261124];
    case 'time':
      return [...never, '24:61', 7];
    case 'position':
      return [...never, 'geo:91,0', 'geo:0,0,0', 'geo:0,181', '-6.1', 7];
    case 'select':
      return [...never, 'bukan-pilihan', '__proto__', 1];
    case 'multiSelect':
      return [{ a: 1 }, ['bukan-pilihan'], [1], ['__proto__']];
    case 'yesNo':
      return [...never, 'mungkin', 2];
    case 'nik':
    case 'kk':
      return [...never, '999999010190000', '99999901019000011', '99999901019O0001', 9_999_990_101];
    case 'tel':
      return [...never, '021-000000', '+6281', '+18005550100'];
    case 'area':
      return [...never, '36.03.99.9999', '31.71.01.1001', '36.03.01'];
    case 'personGroup':
      return [7, 'KANARI', [{}]];
    case 'repeat':
      return [7, 'KANARI', { 0: {} }, Array.from({ length: 101 }, () => ({ nama: 'KANARI' }))];
  }
}

test('a question and a paper that nobody can be asked for would be noticed', () => {
  const never = { and: [{ '==': [{ var: 'a' }, true] }, { '==': [{ var: 'a' }, false] }] };
  const [sample] = shippedServices;
  if (sample === undefined) throw new Error('no service');
  const label = { id: 'A' };
  const closed: ServiceDefinition = {
    ...sample,
    requirements: [{ id: 'kertas', label, required: true, accept: ['image/png'], visibleWhen: never }],
    steps: [
      {
        id: 'satu',
        title: label,
        fields: [
          { id: 'a', type: 'yesNo', label, required: true },
          { id: 'b', type: 'time', label, visibleWhen: never },
        ],
      },
    ],
  };
  expect(outOfReach(closed)).toEqual(['/b', 'paper kertas']);
});

describe.each(shippedServices.map((definition) => [definition.id, definition] as const))('%s', (_, definition) => {
  const branches = everyBranch(definition);
  /** A condition over the items of a repeat is more than JSON Schema can say: it takes these as optional. */
  const overItems = new Set(
    definition.steps
      .flatMap(({ fields }) => fields)
      .filter(({ visibleWhen }) => JSON.stringify(visibleWhen ?? null).includes('"some"'))
      .map(({ id }) => `/${id}`),
  );
  const forms = branches.map((answers) => ({ answers, form: askForm(definition, answers, context) }));

  test('every question and every paper can be reached', () => {
    expect(outOfReach(definition)).toEqual([]);
  });

  test('on every way through, right answers are taken, by the office and by its schema', () => {
    const accepts = schemaOf(definition);
    for (const { answers, form } of forms) {
      expect(validateAnswers(definition, answers, context), JSON.stringify(answers)).toEqual([]);
      expect(accepts(form.answers), JSON.stringify({ answers, errors: accepts.errors })).toBe(true);
    }
  });

  test('what nobody may answer is refused at its own question', () => {
    const seen = new Set<string>();
    for (const { answers, form } of forms) {
      for (const { field, path } of askedAt(form.steps.flatMap((step) => step.asked))) {
        if (seen.has(asQuestion(path))) continue;
        seen.add(asQuestion(path));
        for (const hostile of hostileTo(field)) {
          const pointers = validateAnswers(definition, withValue(answers, path, hostile), context).map(
            ({ pointer }) => pointer,
          );
          const here = `/${path.join('/')}`;
          expect(
            pointers.some((pointer) => pointer === here || pointer.startsWith(`${here}/`)),
            `${here}: ${JSON.stringify(hostile).slice(0, 60)}`,
          ).toBe(true);
        }
      }
    }
  });

  test('any right answers pass, and anything else is judged by the office and its schema alike', () => {
    const accepts = schemaOf(definition);
    const agree = (given: JsonObject) => {
      const cleaned = cleanAnswers(definition, given, today);
      const problems = validateAnswers(definition, cleaned, { today }).filter(
        ({ code }) => !['tooEarly', 'tooLate', 'notDifferent'].includes(code),
      );
      const sayable = problems.filter(
        ({ pointer, code, params }) =>
          !(code === 'tooLarge' && params?.['max'] === 2026) && !(code === 'required' && overItems.has(pointer)),
      );
      expect(accepts(cleaned), JSON.stringify({ cleaned, problems })).toBe(sayable.length === 0);
      return problems;
    };
    fc.assert(
      fc.property(rightForm(definition), (answers) => {
        expect(agree(answers)).toEqual([]);
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(spoiltForm(definition), (answers) => {
        const given: JsonValue = JSON.parse(JSON.stringify(answers));
        if (isJsonObject(given)) agree(given);
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(anyJson, (answers) => Array.isArray(validateAnswers(definition, answers, context))),
      { numRuns: 20 },
    );
  });
});

function schemaOf(definition: ServiceDefinition) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(answersJsonSchema(definition));
}
