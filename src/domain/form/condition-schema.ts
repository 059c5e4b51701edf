/**
 * Conditions said in JSON Schema, for backends that have no JsonLogic. It reads cleaned answers: what is not
 * answered is absent, never null and never blank. Only what both languages mean alike is translated.
 */
import { conditionProblem, operationOf } from '#domain/form/condition.ts';
import type { KnownQuestions } from '#domain/service/condition-rules.ts';
import type { Condition, Field } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { isJsonArray, isJsonObject } from './json-object.ts';

/** A JSON Schema that holds for an object of answers; true and false are schemas too. */
export type SchemaPart = JsonObject | boolean;

/** The condition as a schema, or null when JSON Schema can't say it over these questions. */
export function conditionSchema(rule: Condition | undefined, known: KnownQuestions): SchemaPart | null {
  // A rule that can't be used shows the question, as in condition.ts.
  if (rule === undefined || conditionProblem(rule) !== null) return true;
  return truthy(rule, known);
}

function truthy(rule: JsonValue, known: KnownQuestions): SchemaPart | null {
  if (isJsonArray(rule)) return null;
  const operation = isJsonObject(rule) ? operationOf(rule) : undefined;
  if (operation === undefined) return isJsonObject(rule) ? null : Boolean(rule);
  const { name, args } = operation;
  const [first = null, second = null] = args;
  switch (name) {
    case 'var':
      return answered(first, known);
    case '!':
      return not(truthy(first, known));
    case '!!':
      return truthy(first, known);
    case 'and':
      return every(args.map((part) => truthy(part, known)));
    case 'or':
      return some(args.map((part) => truthy(part, known)));
    case 'if':
      return args.length === 3 ? choice(args, known) : null;
    case '==':
    case '===':
      return equal(first, second, known);
    case '!=':
    case '!==':
      return not(equal(first, second, known));
    case 'in':
      return within(first, second, known);
    default:
      return name in comparisons && args.length === 2 ? compared(name, first, second, known) : null;
  }
}

function choice(args: readonly JsonValue[], known: KnownQuestions): SchemaPart | null {
  const [when = null, then = null, otherwise = null] = args.map((part) => truthy(part, known));
  return some([every([when, then]), every([not(when), otherwise])]);
}

/** An answer that JsonLogic takes for true. Cleaned texts and lists are never empty. */
function answered(path: JsonValue, known: KnownQuestions): SchemaPart | null {
  const field = known.get(String(path));
  if (field === undefined) return null;
  if (field.type === 'yesNo') return at(path, { const: true });
  return at(path, field.type === 'number' ? { not: { const: 0 } } : true);
}

function equal(a: JsonValue, b: JsonValue, known: KnownQuestions): SchemaPart | null {
  const path = pathIn(a) ?? pathIn(b);
  const literal = pathIn(a) === undefined ? a : b;
  const field = path === undefined ? undefined : known.get(path);
  if (path === undefined || field === undefined) return null;
  if (literal === null) return not(at(path, true));
  return typeof literal === kindOf(field) ? at(path, { const: literal }) : null;
}

function within(needle: JsonValue, haystack: JsonValue, known: KnownQuestions): SchemaPart | null {
  const list = known.get(pathIn(haystack) ?? '');
  if (list?.type === 'multiSelect' && typeof needle === 'string') {
    return at(pathIn(haystack) ?? '', { type: 'array', contains: { const: needle } });
  }
  const path = pathIn(needle) ?? '';
  const field = known.get(path);
  if (field === undefined || !isJsonArray(haystack)) return null;
  const literals = haystack.filter((literal) => literal !== null);
  const kind = kindOf(field);
  if (kind === null || literals.some((literal) => typeof literal !== kind)) return null;
  const listed = literals.length === 0 ? false : at(path, { enum: [...new Set(literals)] });
  return literals.length < haystack.length ? some([listed, not(at(path, true))]) : listed;
}

interface Comparison {
  readonly keyword: string;
  readonly flipped: string;
  readonly holds: (a: number, b: number) => boolean;
}
const comparisons: Readonly<Record<string, Comparison>> = {
  '>': { keyword: 'exclusiveMinimum', flipped: '<', holds: (a, b) => a > b },
  '>=': { keyword: 'minimum', flipped: '<=', holds: (a, b) => a >= b },
  '<': { keyword: 'exclusiveMaximum', flipped: '>', holds: (a, b) => a < b },
  '<=': { keyword: 'maximum', flipped: '>=', holds: (a, b) => a <= b },
};

/** JsonLogic compares a missing answer as 0, so a question that has none may fulfil "less than 17". */
function compared(name: string, a: JsonValue, b: JsonValue, known: KnownQuestions): SchemaPart | null {
  const comparison = comparisons[name];
  const path = pathIn(a);
  if (comparison === undefined) return null;
  if (path === undefined) return pathIn(b) === undefined ? null : compared(comparison.flipped, b, a, known);
  if (typeof b !== 'number' || known.get(path)?.type !== 'number') return null;
  const present = at(path, { type: 'number', [comparison.keyword]: b });
  return comparison.holds(0, b) ? some([present, not(at(path, true))]) : present;
}

function pathIn(rule: JsonValue): string | undefined {
  const operation = isJsonObject(rule) ? operationOf(rule) : undefined;
  return operation?.name === 'var' ? String(operation.args[0]) : undefined;
}

/** What `typeof` says of an answer to the field, where that is one plain value. */
function kindOf(field: Field): 'string' | 'number' | 'boolean' | null {
  switch (field.type) {
    case 'number':
      return 'number';
    case 'yesNo':
      return 'boolean';
    case 'multiSelect':
    case 'personGroup':
    case 'repeat':
      return null;
    default:
      return 'string';
  }
}

function at(path: JsonValue, part: SchemaPart): SchemaPart {
  return String(path)
    .split('.')
    .reduceRight<SchemaPart>((inner, key) => ({ type: 'object', properties: { [key]: inner }, required: [key] }), part);
}

function not(part: SchemaPart | null): SchemaPart | null {
  if (part === null) return null;
  return typeof part === 'boolean' ? !part : { not: part };
}

function every(parts: readonly (SchemaPart | null)[]): SchemaPart | null {
  if (parts.includes(false)) return false;
  return joined(
    'allOf',
    parts.filter((part) => part !== true),
    true,
  );
}

function some(parts: readonly (SchemaPart | null)[]): SchemaPart | null {
  if (parts.includes(true)) return true;
  return joined(
    'anyOf',
    parts.filter((part) => part !== false),
    false,
  );
}

function joined(keyword: string, parts: readonly (SchemaPart | null)[], nothing: boolean): SchemaPart | null {
  const said = parts.filter((part) => part !== null);
  if (said.length < parts.length) return null;
  const [only] = said;
  if (said.length < 2) return only ?? nothing;
  return { [keyword]: said };
}
