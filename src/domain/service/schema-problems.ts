/**
 * The part of JSON Schema 2020-12 that service-definition.schema.json uses, so that the published schema and the
 * check in the app are one truth. A general validator would cost the phone three times as much.
 */
import { pointerTo } from '#domain/form/pointer.ts';

export interface DefinitionProblem {
  /** JSON Pointer (RFC 6901) into the definition. */
  readonly pointer: string;
  /** English, for the person who writes the definition. */
  readonly message: string;
}

type Members = Readonly<Record<string, unknown>>;
interface Look {
  readonly root: Members;
  /** A reader passes over members it does not know, where the schema leaves room for them. */
  readonly ignoreUnknown: boolean;
  readonly depth: number;
}

const deepest = 60;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Everything in `value` that the schema does not allow. Never throws, whatever the value. */
export function schemaProblems(schema: Members, value: unknown, ignoreUnknown: boolean): readonly DefinitionProblem[] {
  return problemsOf(schema, value, '', { root: schema, ignoreUnknown, depth: 0 });
}

function problemsOf(schema: unknown, value: unknown, pointer: string, look: Look): DefinitionProblem[] {
  if (!isMembers(schema)) return schema === false ? [{ pointer, message: 'is not allowed here' }] : [];
  if (look.depth > deepest) return [{ pointer, message: 'is nested too deeply' }];
  const inner = { ...look, depth: look.depth + 1 };
  if (schema['type'] !== undefined && !hasType(schema['type'], value)) {
    return [{ pointer, message: `must be ${[schema['type']].flat().join(' or ')}` }];
  }
  const own = [
    ...constantProblems(schema, value),
    ...(typeof value === 'string' ? stringProblems(schema, value) : []),
    ...(typeof value === 'number' ? rangeProblems(schema, 'imum', value, '') : []),
    ...(Array.isArray(value) ? rangeProblems(schema, 'Items', value.length, ' items') : []),
    ...(Array.isArray(value) ? uniqueProblems(schema, value) : []),
    ...(isMembers(value) ? rangeProblems(schema, 'Properties', Object.keys(value).length, ' members') : []),
  ].map((message) => ({ pointer, message }));
  return [...own, ...combinedProblems(schema, value, pointer, inner), ...childProblems(schema, value, pointer, inner)];
}

function hasType(type: unknown, value: unknown): boolean {
  return [type].flat().some((name) => {
    if (name === 'integer') return Number.isInteger(value);
    if (name === 'number') return typeof value === 'number' && Number.isFinite(value);
    if (name === 'null') return value === null;
    if (name === 'array') return Array.isArray(value);
    if (name === 'object') return isMembers(value);
    return typeof value === name;
  });
}

function constantProblems(schema: Members, value: unknown): string[] {
  const allowed = Array.isArray(schema['enum']) ? schema['enum'] : 'const' in schema ? [schema['const']] : null;
  return allowed === null || allowed.includes(value) ? [] : [`must be one of: ${allowed.join(', ')}`];
}

function stringProblems(schema: Members, value: string): string[] {
  const pattern = schema['pattern'];
  const messages = rangeProblems(schema, 'Length', [...value].length, ' characters');
  if (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value)) return messages;
  return [...messages, value.trim() === '' ? 'must not be blank' : `must match ${pattern}`];
}

function rangeProblems(schema: Members, suffix: string, size: number, unit: string): string[] {
  const min = schema[`min${suffix}`];
  const max = schema[`max${suffix}`];
  if (typeof min === 'number' && size < min) return [`must be at least ${min}${unit}`];
  return typeof max === 'number' && size > max ? [`must be at most ${max}${unit}`] : [];
}

function uniqueProblems(schema: Members, value: readonly unknown[]): string[] {
  return schema['uniqueItems'] === true && new Set(value).size < value.length ? ['must not repeat itself'] : [];
}

function combinedProblems(schema: Members, value: unknown, pointer: string, look: Look): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const and = (part: unknown): void => {
    for (const problem of problemsOf(part, value, pointer, look)) problems.push(problem);
  };
  if (typeof schema['$ref'] === 'string') and(resolve(schema['$ref'], look.root));
  if (Array.isArray(schema['allOf'])) schema['allOf'].forEach(and);
  if ('if' in schema)
    and(problemsOf(schema['if'], value, pointer, look).length === 0 ? schema['then'] : schema['else']);
  if ('not' in schema && problemsOf(schema['not'], value, pointer, look).length === 0) {
    problems.push({ pointer, message: 'is a name that is taken' });
  }
  return problems;
}

function resolve(reference: string, root: Members): unknown {
  const definitions = root['$defs'];
  return isMembers(definitions) ? definitions[reference.replace('#/$defs/', '')] : undefined;
}

function childProblems(schema: Members, value: unknown, pointer: string, look: Look): DefinitionProblem[] {
  if (Array.isArray(value)) {
    const most = schema['maxItems'];
    if (typeof most === 'number' && value.length > most) return [];
    return value.flatMap((item, index) => problemsOf(schema['items'], item, pointerTo(pointer, index), look));
  }
  if (!isMembers(value)) return [];
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const missing = required
    .filter((key): key is string => typeof key === 'string' && !Object.hasOwn(value, key))
    .map((key) => ({ pointer: pointerTo(pointer, key), message: 'is missing' }));
  const present = Object.keys(value).flatMap((key) =>
    problemsOf(memberSchema(schema, key, look), value[key], pointerTo(pointer, key), look),
  );
  return [...missing, ...present];
}

function memberSchema(schema: Members, key: string, look: Look): unknown {
  const properties = isMembers(schema['properties']) ? schema['properties'] : {};
  if (Object.hasOwn(properties, key)) return properties[key];
  const patterns = isMembers(schema['patternProperties']) ? schema['patternProperties'] : null;
  const fitting = Object.entries(patterns ?? {}).find(([pattern]) => new RegExp(pattern, 'u').test(key));
  if (fitting !== undefined) return fitting[1];
  return patterns !== null && look.ignoreUnknown ? true : (schema['additionalProperties'] ?? true);
}
