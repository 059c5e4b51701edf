import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Draft } from '#domain/application/draft.ts';
import type { SharedFile } from '#domain/document/shared-file.ts';
import { papersPlace } from '#domain/form/places.ts';
import type { Requirement } from '#domain/service/definition.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { currentMessages } from '#i18n/messages.ts';
import { attachRefusalWords } from '#i18n/sets/attach-refusal.ts';
import { shareWords } from '#i18n/sets/share.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { AttachResult, SaveResult, SharedMenu } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { showToast } from '#ui/toast-store.ts';

export type Place = (draft: Draft, requirement: Requirement) => void;

export interface PlaceProblem {
  readonly draftId: string;
  readonly slot: string;
  readonly text: string;
}

/** Puts the file where the person says, and goes there when it was the last one. */
export function usePlaceFile(
  shared: SharedMenu | null,
  file: SharedFile | undefined,
  isLast: boolean,
  startedId: string | null,
): {
  readonly place: Place;
  readonly busy: boolean;
  /** Of the paper that was chosen last. */
  readonly problem: PlaceProblem | null;
} {
  const { drafts } = useMenu();
  const navigate = useNavigate();
  const text = useLocalText();
  const formats = useFormats();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PlaceProblem | null>(null);

  async function put(draft: Draft, requirement: Requirement): Promise<void> {
    if (shared === null || file === undefined || busy) return;
    setBusy(true);
    setProblem(null);
    // A form that was only opened is in no list yet; before a paper is in it, it has to be.
    const listed: SaveResult =
      draft.id === startedId
        ? await drafts.save(draft.id, { answers: draft.answers, place: draft.place })
        : { kind: 'saved' };
    const result = listed.kind === 'failed' ? listed : await shared.attach(file.id, draft.id, requirement.id);
    setBusy(false);
    if (result.kind !== 'attached') {
      const told = explain(result, requirement, formats.bytes);
      return setProblem({ draftId: draft.id, slot: requirement.id, text: told });
    }
    showToast({ message: currentMessages(shareWords).saved(text(requirement.label)) });
    if (isLast) await navigate(`/isi/${draft.id}/${papersPlace.slug}`);
  }
  return { place: (draft, requirement) => void put(draft, requirement), busy, problem };
}

function explain(
  result: Exclude<AttachResult, { readonly kind: 'attached' }>,
  { accept }: Requirement,
  inWords: (bytes: number) => string,
): string {
  const refusal = currentMessages(attachRefusalWords);
  if (result.kind === 'failed') {
    return `${currentMessages(shareWords).notStoredTitle}. ${currentMessages(troubleWords)[result.reason]}`;
  }
  const limit = result.limitBytes === undefined ? null : inWords(result.limitBytes);
  if (result.reason === 'too-large') return refusal['too-large'](limit);
  if (result.reason !== 'not-accepted') return refusal[result.reason]();
  return refusal['not-accepted'](
    accept.some((type) => type.startsWith('image/')),
    accept.includes('application/pdf'),
  );
}
