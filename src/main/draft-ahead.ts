import type { Draft } from '#domain/application/draft.ts';
import { lookAtDraft } from '#storage/first-look.ts';
import { draftIdOf } from './draft-address.ts';

const draftId = draftIdOf(location.pathname);

/** The draft of the address that the page began at, as the phone has it. */
export const draftAhead: Promise<Draft | null> =
  draftId === null ? Promise.resolve(null) : lookAtDraft(draftId, indexedDB);
