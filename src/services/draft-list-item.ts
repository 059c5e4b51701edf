import type { Draft } from '#domain/application/draft.ts';
import { visibleFields, visibleSteps } from '#domain/form/visibility.ts';
import type { DraftListItem } from './menu.ts';

export function draftListItem(draft: Draft): DraftListItem {
  const steps = visibleSteps(draft.definition, draft.answers);
  const answered = steps.filter((step) =>
    visibleFields(step.fields, draft.answers).some(({ id }) => draft.answers[id] !== undefined),
  );
  return {
    id: draft.id,
    serviceId: draft.definition.id,
    serviceName: draft.definition.name,
    updatedAtMs: draft.updatedAtMs,
    place: draft.place,
    answeredSteps: answered.length,
    totalSteps: steps.length,
  };
}
