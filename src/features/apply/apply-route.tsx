import { lazy, useMemo, useState } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Draft } from '#domain/application/draft.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenuIfHere, useMenuSoon } from '#services/menu-context.ts';
import { stillLoading } from '#services/still-loading.ts';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ApplyFormScreens } from './apply-form-screens.tsx';
import { loadStored } from './later-screens.ts';
import { GoneScreen } from './gone-screen.tsx';
import { storedSlug } from './stored-slug.ts';
import { useFormHistory } from './use-form-history.ts';

const StoredScreen = lazy(async () => ({ default: (await loadStored()).StoredScreen }));

/** /isi/:draftId/…: a form's screens, and what is said once it is stored for sending. */
export function ApplyRoute() {
  const { draftId = '' } = useParams();
  return <Apply key={draftId} draftId={draftId} />;
}

function Apply({ draftId }: { readonly draftId: string }) {
  const words = useMessages(applyWords);
  const trouble = useMessages(troubleWords);
  const slug = useParams()['*'];
  const menu = useMenuIfHere();
  const ahead = useDraftAhead(draftId, menu === null);
  const live = useLive(useMemo(() => menu?.drafts.draft(draftId) ?? stillLoading, [menu, draftId]));
  const sent = useLive(useMemo(() => menu?.outbox.item(draftId) ?? stillLoading, [menu, draftId]));
  const [known, setKnown] = useState<Draft | null>(ahead);
  if (live.state === 'ready' && live.value !== null && live.value !== known) setKnown(live.value);
  const gone = live.state === 'ready' && live.value === null;
  // Sent off, here or in another tab: no address of the form shows it again.
  const stored = slug === storedSlug || (gone && sent.state === 'ready' && sent.value !== null);
  useFormHistory(draftId, stored);
  if (stored) return <StoredScreen applicationId={draftId} />;
  if (gone) return sent.state === 'loading' ? <Skeleton /> : <GoneScreen />;
  // A store that fails later does not take the form away from somebody who types.
  const draft = live.state === 'ready' ? live.value : known;
  if (draft !== null) return needsConsent(draft) ?? <ApplyFormScreens draft={draft} />;
  if (live.state !== 'failed') return <Skeleton />;
  return (
    <Screen title={words.failedTitle} back="/">
      <Notice tone="alert" live="alert" title={trouble[live.reason]} />
    </Screen>
  );
}

/** What the page has read of the store before the menu, which knows better as soon as it is here. */
function useDraftAhead(draftId: string, isMenuOnItsWay: boolean): Draft | null {
  const { draftAhead } = useMenuSoon();
  return isMenuOnItsWay && draftAhead?.id === draftId ? draftAhead : null;
}

/** Nothing is filled in for a resident who has not agreed, or not any more. */
function needsConsent({ id, residentId, consent, repair }: Draft) {
  // Of a repair it was asked when the application began.
  if (
    residentId === undefined ||
    repair !== undefined ||
    (consent !== undefined && consent.withdrawnAtMs === undefined)
  )
    return null;
  return <Navigate to={`/warga/${residentId}/persetujuan/${id}`} replace />;
}
