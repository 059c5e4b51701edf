import type { SameAs } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { answerTo } from './answer-to.ts';
import type { Answers } from './answers.ts';
import { ownValue } from './json-object.ts';

export interface Likeness {
  /** Whether every answer that can be taken over stands there already. */
  readonly isSame: boolean;
  /** Question by the answer that it takes over. */
  readonly answers: Readonly<Record<string, JsonValue>>;
}

/**
 * What one press would take over, or null when there is nothing to take yet.
 * @param from the whole form's cleaned answers: a hidden question has none
 * @param own cleaned answers of the step, group or item that takes them
 */
export function likenessOf({ answers }: SameAs, from: Answers, own: JsonObject): Likeness | null {
  const entries = Object.entries(answers).flatMap(([id, path]) => {
    const value = answerTo(path, from);
    return value === undefined ? [] : [[id, value] as const];
  });
  if (entries.length === 0) return null;
  return {
    isSame: entries.every(([id, value]) => JSON.stringify(ownValue(own, id)) === JSON.stringify(value)),
    answers: Object.fromEntries(entries),
  };
}
