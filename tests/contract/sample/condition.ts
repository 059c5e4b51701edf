import jsonLogic from 'json-logic-js';
import type { JsonObject, JsonValue } from '#lib/json.ts';

/** No condition: always. Conditions are JsonLogic over all answers (https://jsonlogic.com/operations.html). */
export function holds(condition: JsonValue | undefined, answers: JsonObject): boolean {
  if (condition === undefined) return true;
  if (!jsonLogic.is_logic(condition)) return Boolean(condition);
  const result: unknown = jsonLogic.apply(condition, answers);
  return jsonLogic.truthy(result);
}
