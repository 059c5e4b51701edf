import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Draft } from '#domain/application/draft.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useMenu } from '#services/menu-context.ts';
import { useFieldOfficer } from '#services/use-residents.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Button } from '#ui/button.tsx';
import { lazyDialog } from '#ui/lazy-dialog.tsx';
import { showToast } from '#ui/toast-store.ts';
import { useBegun } from './use-begun.ts';

// Comes with the rules of forms, which only somebody with two forms of one service needs here.
const DraftChoice = lazyDialog(async () => (await import('./draft-choice.tsx')).DraftChoice);

/** Who has begun a form is asked: go on with it, or a new one beside it. */
export function StartButtons({ serviceId }: { readonly serviceId: string }) {
  const words = useMessages(servicePageWords);
  const menu = useMenu();
  const navigate = useNavigate();
  const [starting, setStarting] = useState(false);
  const begun = useBegun(serviceId);
  const officer = useFieldOfficer();

  async function start() {
    // A field officer is asked for whom.
    if (officer !== false && officer !== null) {
      await navigate(`/warga?layanan=${encodeURIComponent(serviceId)}`);
      return;
    }
    setStarting(true);
    const result = await menu.drafts.start(serviceId);
    if (result.kind === 'started') {
      await navigate(`/isi/${result.draftId}`);
      return;
    }
    setStarting(false);
    const why =
      result.kind === 'failed'
        ? currentMessages(troubleWords)[result.reason]
        : currentMessages(servicePageWords).missing.title;
    showToast({ tone: 'alert', message: `${words.startFailed}. ${why}` });
  }

  return (
    <>
      <Resume begun={begun} />
      <Button
        wide
        data-testid="start"
        variant={begun.length === 0 ? 'primary' : 'secondary'}
        busy={starting}
        onClick={() => void start()}
      >
        {begun.length === 0 ? words.start : words.startNew}
      </Button>
    </>
  );
}

/** Straight to the only one; of several the person chooses. */
function Resume({ begun }: { readonly begun: readonly Draft[] }) {
  const words = useMessages(servicePageWords);
  const [choosing, setChoosing] = useState(false);
  const [newest] = begun;
  if (newest === undefined) return null;
  if (begun.length === 1) {
    return (
      <ButtonLink href={`/isi/${newest.id}`} wide data-testid="resume">
        {words.resume}
      </ButtonLink>
    );
  }
  return (
    <>
      <Button wide data-testid="resume" onClick={() => setChoosing(true)}>
        {words.resume}
      </Button>
      {choosing && <DraftChoice drafts={begun} onClose={() => setChoosing(false)} />}
    </>
  );
}
