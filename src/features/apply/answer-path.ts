import type { Answers } from '#domain/form/answers.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';

/** Where an answer lives: field ids, with the item's index inside a repeat. */
export type AnswerPath = readonly [string, ...(string | number)[]];

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
function isRecord(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withKey(record: JsonObject, key: string, value: JsonValue | undefined): JsonObject {
  if (value !== undefined) return { ...record, [key]: value };
  const { [key]: _removed, ...rest } = record;
  return rest;
}

function put(
  container: JsonValue | undefined,
  path: readonly (string | number)[],
  value: JsonValue | undefined,
): JsonValue | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (typeof head === 'number') {
    const list = isList(container) ? [...container] : [];
    while (list.length < head) list.push({});
    list[head] = put(list[head], rest, value) ?? {};
    return list;
  }
  const record = isRecord(container) ? container : {};
  return withKey(record, head, put(record[head], rest, value));
}

/** The answers with one of them replaced; `undefined` takes it away. */
export function putAnswer(answers: Answers, path: AnswerPath, value: JsonValue | undefined): Answers {
  const [head, ...rest] = path;
  return withKey(answers, head, put(answers[head], rest, value));
}

export function answerAt(answers: Answers, path: AnswerPath): JsonValue | undefined {
  let found: JsonValue | undefined = answers;
  for (const segment of path) {
    if (typeof segment === 'number') found = isList(found) ? found[segment] : undefined;
    else found = isRecord(found) ? found[segment] : undefined;
  }
  return found;
}

/** RFC 6901, as FieldProblem names an answer. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
