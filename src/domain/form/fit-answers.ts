import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import type { Answers, FieldProblem, FieldProblemCode } from './answers.ts';
import { cleanAnswers } from './clean.ts';
import { isJsonArray, isJsonObject } from './json-object.ts';
import { pointerKeys } from './pointer.ts';
import { validateAnswers } from './validate.ts';
import type { ValidationContext } from './validate-value.ts';

export interface FittedAnswers {
  readonly answers: Answers;
  /** How many answers were left out. */
  readonly dropped: number;
}

/** What is still to be answered is no reason to drop what is there. */
const unanswered: ReadonlySet<FieldProblemCode> = new Set(['required', 'tooFewItems']);

/**
 * Answers to one version of a form, as far as another version takes them: what is not asked any more, and what would
 * be refused now, is left out; nothing else is touched.
 */
export function fitAnswers(definition: ServiceDefinition, given: Answers, context: ValidationContext): FittedAnswers {
  let answers = cleanAnswers(definition, given, context.today);
  for (;;) {
    const wrong = validateAnswers(definition, answers, context).filter(({ code }) => !unanswered.has(code));
    if (wrong.length === 0) return { answers, dropped: countAnswers(given) - countAnswers(answers) };
    answers = without(definition, answers, wrong, context.today);
  }
}

/** Less than before, always: an answer that can't be found by its pointer goes with the question around it. */
function without(
  definition: ServiceDefinition,
  answers: Answers,
  wrong: readonly FieldProblem[],
  today: string,
): Answers {
  const places = wrong.map(({ pointer }) => pointerKeys(pointer));
  const fewer = cleanAnswers(definition, places.reduce(removed, answers), today);
  if (countAnswers(fewer) < countAnswers(answers)) return fewer;
  const questions = new Set(places.map(([question]) => question));
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !questions.has(question)));
}

/** A copy without the value at a place; an item of a list is emptied, so that the others keep their numbers. */
function removed(answers: JsonObject, [key = '', ...inside]: readonly string[]): JsonObject {
  const value = answers[key];
  const others = Object.fromEntries(Object.entries(answers).filter(([other]) => other !== key));
  if (inside.length === 0) return others;
  if (isJsonObject(value)) return { ...others, [key]: removed(value, inside) };
  if (!isJsonArray(value)) return others;
  const [index, ...deeper] = inside;
  const items = value.map((item, at) =>
    String(at) !== index ? item : isJsonObject(item) ? removedOf(item, deeper) : {},
  );
  return { ...others, [key]: items };
}

function removedOf(item: JsonObject, deeper: readonly string[]): JsonObject {
  return deeper.length === 0 ? {} : removed(item, deeper);
}

function countAnswers(value: JsonValue): number {
  if (isJsonObject(value)) return Object.values(value).reduce<number>((sum, inner) => sum + countAnswers(inner), 0);
  if (isJsonArray(value) && value.some(isJsonObject))
    return value.reduce<number>((sum, item) => sum + countAnswers(item), 0);
  return 1;
}
