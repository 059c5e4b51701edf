/**
 * What an application to a service must look like, as JSON Schema 2020-12, so that a backend in any language
 * checks what the app checks. It describes cleaned answers, as they travel.
 */
import { pathsOf } from '#domain/service/condition-rules.ts';
import type { Condition, Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { conditionSchema } from './condition-schema.ts';
import { leafSchema } from './leaf-schema.ts';
import { defaultMaxItems } from './validate.ts';
import { isLeaf } from './validate-value.ts';

const about =
  'Cleaned answers: well-formed Unicode text in NFC without blanks around it, nothing null or empty, hidden questions absent. ' +
  'Assert "format". What JSON Schema cannot say is in $comment and is checked by the reference backend.';

/** Pure: the same definition always gives the same schema. */
export function answersJsonSchema(definition: ServiceDefinition): JsonObject {
  const questions = definition.steps.flatMap(({ visibleWhen, fields }) =>
    fields.map((field) => ({ field, rules: rulesOf(visibleWhen, field.visibleWhen) })),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:ajukan:schema:answers:${definition.id}:${definition.schemaVersion}`,
    title: definition.name.id,
    $comment: about,
    ...objectSchema(questions),
  };
}

interface Question {
  readonly field: Field;
  /** All of them must hold for it to be asked. */
  readonly rules: readonly Condition[];
}

function rulesOf(...rules: readonly (Condition | undefined)[]): readonly Condition[] {
  return rules.filter((rule) => rule !== undefined);
}

function objectSchema(questions: readonly Question[]): JsonObject {
  const known = new Map<string, Field>();
  const properties: Record<string, JsonValue> = {};
  const required: string[] = [];
  const allOf: JsonValue[] = [];
  for (const { field, rules } of questions) {
    const parts = rules.map((rule) => conditionSchema(rule, known));
    const unsaid = rules.filter((_, index) => parts[index] === null);
    const said = parts.filter((part) => part !== null && part !== true);
    const [onlySaid = true] = said;
    const isNeeded = unsaid.length === 0 && mustAnswer(field);
    properties[field.id] = fieldSchema(field, unsaid);
    if (said.length === 0) {
      if (isNeeded) required.push(field.id);
    } else {
      const asked = said.length === 1 ? onlySaid : { allOf: said };
      // Named under "properties" too: strict validators want to see what they require.
      const then = isNeeded ? { properties: { [field.id]: true }, required: [field.id] } : true;
      allOf.push({ if: asked, then, else: { properties: { [field.id]: false } } });
    }
    for (const [path, question] of pathsOf(field)) known.set(path, question);
  }
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...(allOf.length > 0 ? { allOf } : {}),
  };
}

/** A required group that may happen to ask nothing may be absent. */
function mustAnswer(field: Field): boolean {
  if (field.required !== true) return false;
  return field.type !== 'personGroup' || field.fields.some(({ visibleWhen }) => visibleWhen === undefined);
}

function fieldSchema(field: Field, unsaid: readonly Condition[]): JsonObject {
  const comment =
    unsaid.length === 0
      ? {}
      : { $comment: `Asked only while ${unsaid.map((rule) => JSON.stringify(rule)).join(' and ')}.` };
  const said = { title: field.label.id, ...(field.help === undefined ? {} : { description: field.help.id }) };
  if (isLeaf(field)) {
    const leaf = leafSchema(field);
    const both = [leaf['$comment'], comment.$comment].filter((text) => text !== undefined).join(' ');
    return { ...said, ...leaf, ...(both === '' ? {} : { $comment: both }) };
  }
  const inner = objectSchema(field.fields.map((one) => ({ field: one, rules: rulesOf(one.visibleWhen) })));
  if (field.type === 'personGroup') return { ...said, ...comment, ...inner, minProperties: 1 };
  const lastIs = 'An item without any answer only comes before one that has some.';
  return {
    ...said,
    $comment: comment.$comment === undefined ? lastIs : `${comment.$comment} ${lastIs}`,
    type: 'array',
    minItems: Math.max(1, field.minItems ?? 1),
    maxItems: field.maxItems ?? defaultMaxItems,
    items: inner,
  };
}
