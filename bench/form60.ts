/** The address /f/bench60 of the bench build: a form of 60 questions, with no catalogue and nobody signed in. */
import { checkDefinition } from '#domain/service/check-definition.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import json from '../tests/fixtures/services/bench60.json' with { type: 'json' };
import type { BenchStores } from './hooks.ts';

const keptAs = 'bench60';

/** Shows its first step in place of the address; the draft of the last time, or a new one. */
export async function openForm60({ stores, start }: BenchStores): Promise<void> {
  const known = localStorage.getItem(keptAs);
  const isThere = known !== null && (await stores.drafts.readDraft(known)) !== undefined;
  const draftId = isThere ? known : await begin();
  localStorage.setItem(keptAs, draftId);
  history.replaceState(null, '', `/isi/${draftId}/semua`);
  dispatchEvent(new PopStateEvent('popstate'));

  async function begin(): Promise<string> {
    const check = checkDefinition(json);
    if (!check.ok) throw new Error(JSON.stringify(check.problems));
    const definitions = [{ definition: check.definition, etag: null }];
    await stores.catalogue.saveCatalogue({ definitions, confirmedAtMs: browserClock.nowMs() });
    return await start(check.definition.id);
  }
}
