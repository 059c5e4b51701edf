import { isJsonArray, isJsonObject, ownValue } from '#domain/form/json-object.ts';
import { pointerTo } from '#domain/form/pointer.ts';
import type { JsonValue } from '#lib/json.ts';
import type { PointedError } from '../http/problem.ts';

/**
 * Where the answers are not what the published schema says. What was sent is kept and hashed as it came, so it has to
 * be in the one form that everybody reads alike: 12 and not "12", no blanks around a text, nothing empty. And an answer
 * to a question that was not asked is refused, never kept quietly: the office has no right to it.
 * @param cleaned the same answers after `cleanAnswers`
 */
export function uncleanAnswers(sent: JsonValue, cleaned: JsonValue | undefined, pointer = ''): PointedError[] {
  if (cleaned === undefined) return [{ pointer, code: isBlank(sent) ? 'notClean' : 'unknownField' }];
  if (isJsonObject(sent) && isJsonObject(cleaned)) {
    return Object.keys(sent).flatMap((key) =>
      uncleanAnswers(ownValue(sent, key) ?? null, ownValue(cleaned, key), pointerTo(pointer, key)),
    );
  }
  if (isJsonArray(sent) && isJsonArray(cleaned) && !isChoices(sent)) {
    return sent.flatMap((item, index) => uncleanAnswers(item, cleaned[index], pointerTo(pointer, index)));
  }
  return isSame(sent, cleaned) ? [] : [{ pointer, code: 'notClean' }];
}

/** Choices are a set: their order means nothing, and no schema could ask for one. */
function isSame(sent: JsonValue, cleaned: JsonValue): boolean {
  if (!isJsonArray(sent) || !isJsonArray(cleaned)) return sent === cleaned;
  return sent.length === cleaned.length && sent.every((choice) => cleaned.includes(choice));
}

function isChoices(items: readonly JsonValue[]): boolean {
  return items.every((item) => typeof item === 'string');
}

function isBlank(value: JsonValue): boolean {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return true;
  if (isJsonArray(value)) return value.every(isBlank);
  return isJsonObject(value) && Object.values(value).every(isBlank);
}
