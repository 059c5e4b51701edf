import type { Field, Requirement, ServiceDefinition, Step } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Answers } from './answers.ts';
import { askFields, askForm } from './ask.ts';

/** The steps that are asked. Their `fields` are those asked now; a step with nothing to ask is left out. */
export function visibleSteps(definition: ServiceDefinition, answers: Answers): readonly Step[] {
  return askForm(definition, answers).steps.flatMap(({ step, asked }) => {
    if (asked.length === 0) return [];
    return asked.length === step.fields.length ? [step] : [{ ...step, fields: asked.map(({ field }) => field) }];
  });
}

/**
 * The fields that are asked among siblings. `answers` are the whole form's, best as `cleanAnswers` gives them; for
 * the fields of a group or of one item of a repeat, `item` is the group's or item's own.
 */
export function visibleFields(
  fields: readonly Field[],
  answers: Answers,
  item: JsonObject = answers,
): readonly Field[] {
  return askFields(fields, item, answers).map(({ field }) => field);
}

/** The papers that go with these answers. */
export function visibleRequirements(definition: ServiceDefinition, answers: Answers): readonly Requirement[] {
  return askForm(definition, answers).requirements;
}
