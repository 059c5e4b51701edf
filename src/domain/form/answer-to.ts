import type { JsonValue } from '#lib/json.ts';
import type { Answers } from './answers.ts';
import { isJsonObject, ownValue } from './json-object.ts';

/** The answer to a question by its path, "saksi1.nik", as `var` names it. */
export function answerTo(path: string, answers: Answers): JsonValue | undefined {
  let found: JsonValue | undefined = answers;
  for (const key of path.split('.')) found = isJsonObject(found) ? ownValue(found, key) : undefined;
  return found;
}
