import { isJsonObject } from '#domain/form/json-object.ts';
import type { Answers } from '#domain/form/answers.ts';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';
import { answerAt, type AnswerPath } from './answer-path.ts';

/** The questions of the same step, group or item. */
export function siblingFields(definition: ServiceDefinition, [head, ...rest]: AnswerPath): readonly Field[] {
  const step = definition.steps.find(({ fields }) => fields.some(({ id }) => id === head));
  let siblings = step?.fields ?? [];
  let id: string = head;
  for (const segment of rest) {
    if (typeof segment === 'number') continue;
    const around = siblings.find((field) => field.id === id);
    siblings = around !== undefined && 'fields' in around ? around.fields : [];
    id = segment;
  }
  return siblings;
}

/** Where the answer of a sibling lives. */
export function siblingPath(path: AnswerPath, id: string): AnswerPath {
  const [head, ...rest] = path;
  return rest.length === 0 ? [id] : [head, ...rest.slice(0, -1), id];
}

/** What is answered in the same step, group or item; a step has its answers among those of the whole form. */
export function siblingAnswers(answers: Answers, path: AnswerPath): JsonObject {
  const [head, ...rest] = path;
  const around = rest.length === 0 ? answers : answerAt(answers, [head, ...rest.slice(0, -1)]);
  return around !== undefined && isJsonObject(around) ? around : {};
}
