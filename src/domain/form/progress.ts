import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { Answers, FieldProblem } from './answers.ts';
import { askForm } from './ask.ts';
import { pointerKeys } from './pointer.ts';

export interface StepProgress {
  readonly stepId: string;
  readonly answered: boolean;
}

/** The steps that are asked, and whether each has at least one answer. */
export function stepProgress(definition: ServiceDefinition, answers: Answers): readonly StepProgress[] {
  return askForm(definition, answers)
    .steps.filter(({ asked }) => asked.length > 0)
    .map(({ step, asked }) => ({ stepId: step.id, answered: asked.some(({ value }) => value !== undefined) }));
}

/** Where to take a person who has something to repair: a step's id, "documents", or null when no step has it. */
export function firstStepWithProblem(definition: ServiceDefinition, problems: readonly FieldProblem[]): string | null {
  const keys = new Set(problems.map(({ pointer }) => pointerKeys(pointer)[0]));
  const step = definition.steps.find(({ fields }) => fields.some((field) => keys.has(field.id)));
  if (step !== undefined) return step.id;
  return keys.has('documents') ? 'documents' : null;
}
