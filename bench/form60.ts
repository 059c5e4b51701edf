/** The address /f/bench60 of the bench build: a form of 60 questions, with no catalogue and nobody signed in. */
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import json from '../tests/fixtures/services/bench60.json' with { type: 'json' };
import { goToForm60 } from './form60-address.ts';
import type { BenchStores } from './hooks.ts';

/** Checked where the tests use it. */
const definition = json as unknown as ServiceDefinition;

/** Begins a draft of it, and shows its form. */
export async function beginForm60({ stores, newId }: BenchStores): Promise<void> {
  const id = newId();
  const nowMs = browserClock.nowMs();
  const result = await stores.drafts.addDraft({
    id,
    ownerId: null,
    definition,
    answers: {},
    place: 'semua',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  });
  if (result.kind !== 'stored') throw new Error(`no draft: ${result.kind}`);
  goToForm60(id);
}
