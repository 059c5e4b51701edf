import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isVillageCode } from '#domain/area/areas.ts';
import type { FieldProblem } from '#domain/form/answers.ts';
import { askForm, type AskedField } from '#domain/form/ask.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { isJsonArray, isJsonObject } from '#domain/form/json-object.ts';
import { answersJsonSchema } from '#domain/form/json-schema.ts';
import { pointerKeys } from '#domain/form/pointer.ts';
import { validateAnswers, validateStep } from '#domain/form/validate.ts';
import { visibleSteps } from '#domain/form/visibility.ts';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { rightForm, spoiltForm, today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { namesIn } from '#tests/fixtures/services/branches.ts';
import { justInside, justOutside } from '#tests/fixtures/services/edges.ts';
import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { type Walk, walksThrough } from '#tests/fixtures/services/walks.ts';

/** Days on which rules about days turn over. */
const days = [today, '2028-02-29', '2027-01-01', '2026-12-31'];
const services = [...shippedServices, kitchenSink];

interface Place {
  readonly field: Field;
  readonly pointer: string;
  readonly walk: Walk;
}

function placesOf(asked: readonly AskedField[], walk: Walk, parent = ''): readonly Place[] {
  return asked.flatMap(({ field, rows }) => {
    const pointer = `${parent}/${field.id}`;
    const inside = rows.flatMap((row, index) =>
      placesOf(row, walk, field.type === 'repeat' ? `${pointer}/${index}` : pointer),
    );
    return [{ field, pointer, walk }, ...inside];
  });
}

function withValue(old: JsonValue, [key, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (key === undefined) return value;
  if (isJsonArray(old)) return old.map((item, index) => (String(index) === key ? withValue(item, rest, value) : item));
  return isJsonObject(old) ? { ...old, [key]: withValue(old[key] ?? null, rest, value) } : old;
}

function valueAt(old: JsonValue | undefined, [key, ...rest]: readonly string[]): JsonValue | undefined {
  if (key === undefined) return old;
  if (isJsonArray(old)) return valueAt(old[Number(key)], rest);
  return isJsonObject(old) ? valueAt(old[key], rest) : undefined;
}

/** The answers as they are typed, not as they are held. */
function asTyped({ answers, spelling }: Walk): JsonValue {
  const isText = (pointer: string) => typeof valueAt(answers, pointerKeys(pointer)) !== 'object';
  return [...spelling]
    .filter(([pointer]) => isText(pointer))
    .reduce<JsonValue>((all, [pointer, typed]) => withValue(all, pointerKeys(pointer), typed), answers);
}

const said = (problems: readonly FieldProblem[]) => problems.map(({ pointer, code }) => `${pointer} ${code}`);

describe.each(services.map((definition) => [definition.id, definition] as const))('%s', (_, definition) => {
  const accepts = schemaOf(definition);
  const looksAt = namesIn(definition);
  const walks = new Map(days.map((day) => [day, walksThrough(definition, day)]));

  test('answers at the edges are taken as they are typed, on any day, and held in their one form', () => {
    for (const [day, walksThen] of walks) {
      for (const walk of walksThen) {
        const held = cleanAnswers(definition, asTyped(walk), day);
        expect(held).toEqual(walk.answers);
        expect(validateAnswers(definition, held, { today: day, isKnownArea: isVillageCode })).toEqual([]);
        if (day === today) expect(accepts(held), JSON.stringify(accepts.errors)).toBe(true);
      }
    }
  });

  test('each edge of each question is taken, and the first answer beyond it is refused there and nowhere else', () => {
    const seen = new Set<string>();
    for (const [day, walksThen] of walks) {
      const context = { today: day, isKnownArea: isVillageCode };
      for (const walk of walksThen) {
        const form = askForm(definition, walk.answers, { today: day });
        for (const { field, pointer } of placesOf(
          form.steps.flatMap((step) => step.asked),
          walk,
        )) {
          const question = `${day} ${pointer.replaceAll(/\/\d+/g, '')}`;
          if (seen.has(question) || looksAt.has(field.id)) continue;
          seen.add(question);
          const clean = (typed: JsonValue) =>
            cleanAnswers(definition, withValue(walk.answers, pointerKeys(pointer), typed), day);
          for (const { typed, stored } of justInside(field, day, 999)) {
            const held = clean(typeof stored === 'object' ? stored : typed);
            expect([valueAt(held, pointerKeys(pointer)), ...said(validateAnswers(definition, held, context))]).toEqual([
              stored,
            ]);
          }
          for (const { typed, code } of justOutside(field, day))
            expect(said(validateAnswers(definition, clean(typed), context)), typed).toEqual([`${pointer} ${code}`]);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  test('a list takes as many items as it says, in their order, and not one more', () => {
    for (const { answers } of walks.get(today) ?? []) {
      for (const field of definition.steps.flatMap(({ fields }) => fields)) {
        const items = answers[field.id];
        if (field.type !== 'repeat' || !isJsonArray(items)) continue;
        const most = field.maxItems ?? 100;
        const filled = (count: number) => ({
          ...answers,
          [field.id]: Array.from({ length: count }, (__, index) => items[index % items.length] ?? null),
        });
        expect(cleanAnswers(definition, filled(most), today)).toEqual(filled(most));
        expect(validateAnswers(definition, filled(most), { today })).toEqual([]);
        expect(said(validateAnswers(definition, filled(most + 1), { today }))).toEqual([`/${field.id} tooManyItems`]);
      }
    }
  });

  test('the phone, screen by screen, and the office, all at once, find the same wrong', () => {
    const onPhone = (given: JsonObject) => {
      const clean = cleanAnswers(definition, given, today);
      return visibleSteps(definition, clean).flatMap((step) => validateStep(step, clean, { today }));
    };
    const alike = (given: JsonObject) => {
      const atOffice = validateAnswers(definition, cleanAnswers(definition, given, today), { today });
      expect(said(onPhone(given))).toEqual(said(atOffice));
    };
    fc.assert(
      fc.property(fc.oneof(rightForm(definition), spoiltForm(definition)), (typed) => alike(asJson(typed))),
      { numRuns: 150 },
    );
    for (const { answers } of walks.get(today) ?? []) alike(answers);
  });
});

/** What of it a phone can store and send. */
function asJson(answers: JsonObject): JsonObject {
  const sayable: JsonValue = JSON.parse(JSON.stringify(answers));
  return isJsonObject(sayable) ? sayable : {};
}

function schemaOf(definition: ServiceDefinition) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(answersJsonSchema(definition));
}
