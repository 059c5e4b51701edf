import type { Draft } from '#domain/application/draft.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';

/** A form that has just been begun. */
export function newDraft(definition: ServiceDefinition): Draft {
  const nowMs = Date.now();
  return {
    id: crypto.randomUUID(),
    ownerId: null,
    definition,
    answers: {},
    place: definition.steps[0]?.id ?? 'review',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}
