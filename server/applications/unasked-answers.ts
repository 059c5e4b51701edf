import { isJsonArray, isJsonObject, ownValue } from '#domain/form/json-object.ts';
import { pointerTo } from '#domain/form/pointer.ts';
import type { JsonValue } from '#lib/json.ts';
import type { PointedError } from '../http/problem.ts';

/**
 * Answers to questions that were not asked. The office has no right to them, and nobody has checked them: they are
 * refused, never kept quietly.
 * @param cleaned the same answers after `cleanAnswers`, which leaves them out
 */
export function unaskedAnswers(sent: JsonValue, cleaned: JsonValue | undefined, pointer = ''): PointedError[] {
  if (cleaned === undefined) return isEmpty(sent) ? [] : [{ pointer, code: 'unknownField' }];
  if (isJsonObject(sent)) {
    if (!isJsonObject(cleaned)) return [];
    return Object.keys(sent).flatMap((key) => {
      const value = ownValue(sent, key);
      return value === undefined ? [] : unaskedAnswers(value, ownValue(cleaned, key), pointerTo(pointer, key));
    });
  }
  if (!isJsonArray(sent) || !isJsonArray(cleaned) || sent.length !== cleaned.length) return [];
  return sent.flatMap((item, index) => unaskedAnswers(item, cleaned[index], pointerTo(pointer, index)));
}

function isEmpty(value: JsonValue): boolean {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return true;
  if (isJsonArray(value)) return value.every(isEmpty);
  return isJsonObject(value) && Object.values(value).every(isEmpty);
}
