import type { JsonObject, JsonValue } from '#lib/json.ts';
import { holds } from './condition.ts';
import type { SampleDefinition, SampleField } from './definition.ts';
import { sampleValue, type Variant } from './sample-value.ts';

interface Wish {
  readonly variant: Variant;
  readonly onlyRequired: boolean;
}

/**
 * Valid answers for any service: everything that is visible is filled in, everything hidden is left out.
 * `onlyRequired` leaves out what a person may leave out.
 */
export function sampleAnswers(definition: SampleDefinition, wish: Partial<Wish> = {}): JsonObject {
  const whole = { variant: wish.variant ?? 'first', onlyRequired: wish.onlyRequired ?? false };
  let answers: JsonObject = {};
  for (const step of definition.steps) {
    if (!holds(step.visibleWhen, answers)) continue;
    answers = { ...answers, ...fill(step.fields, answers, whole) };
  }
  return answers;
}

/** A question is shown by answers before it: those around it, and its siblings'. */
function fill(fields: readonly SampleField[], around: JsonObject, wish: Wish): JsonObject {
  let answers: JsonObject = {};
  for (const field of fields) {
    const scope = { ...around, ...answers };
    if (!holds(field.visibleWhen, scope) || (wish.onlyRequired && !isNeeded(field))) continue;
    answers = { ...answers, [field.id]: answerTo(field, scope, wish) };
  }
  return answers;
}

function answerTo(field: SampleField, scope: JsonObject, wish: Wish): JsonValue {
  const inside = (): JsonObject => fill(field.fields ?? [], scope, wish);
  if (field.type === 'personGroup') return inside();
  if (field.type === 'repeat') return Array.from({ length: Math.max(1, field.minItems ?? 0) }, inside);
  return field.differsFrom === undefined ? sampleValue(field, wish.variant) : unlike(scope, wish.variant);
}

/** Sixteen digits that no answer so far has: another person. */
function unlike(scope: JsonObject, variant: Variant): string {
  const taken = JSON.stringify(scope);
  const numbers = Array.from({ length: 90 }, (_, n) => `9999990101${variant === 'first' ? '80' : '70'}00${n + 10}`);
  return numbers.find((number) => !taken.includes(number)) ?? '';
}

/** A required group is begun by its required answers; an optional one that nobody begins needs nothing. */
function isNeeded(field: SampleField): boolean {
  return field.required === true || (field.type === 'repeat' && (field.minItems ?? 0) > 0);
}
