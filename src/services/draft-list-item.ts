import type { Draft } from '#domain/application/draft.ts';
import type { DraftListItem } from './menu.ts';

/**
 * How far a draft has come. Conditions are left to the form, which has their rules loaded: a step that is asked only
 * sometimes counts once something in it is answered.
 */
export function draftListItem(draft: Draft): DraftListItem {
  const { definition, answers } = draft;
  const isAnswered = (step: (typeof definition.steps)[number]): boolean =>
    step.fields.some(({ id }) => answers[id] !== undefined && answers[id] !== '');
  const steps = definition.steps.filter((step) => step.visibleWhen === undefined || isAnswered(step));
  return {
    id: draft.id,
    serviceId: definition.id,
    serviceName: definition.name,
    updatedAtMs: draft.updatedAtMs,
    place: draft.place,
    answeredSteps: steps.filter(isAnswered).length,
    totalSteps: steps.length,
  };
}
