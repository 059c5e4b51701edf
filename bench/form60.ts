/** The address /f/bench60 of the bench build: a form of 60 questions, with no catalogue and nobody signed in. */
import type { Draft } from '#domain/application/draft.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import json from '../tests/fixtures/services/bench60.json' with { type: 'json' };

/** Checked where the tests use it. */
const definition = json as unknown as ServiceDefinition;

/** A draft of it, with nothing answered yet. */
export function newForm60(id: string): Draft {
  const nowMs = browserClock.nowMs();
  return { id, ownerId: null, definition, answers: {}, place: 'semua', createdAtMs: nowMs, updatedAtMs: nowMs };
}
