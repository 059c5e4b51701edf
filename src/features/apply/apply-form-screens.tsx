import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Draft } from '#domain/application/draft.ts';
import { papersPlace, placesOf, reviewPlace } from '#domain/form/places.ts';
import { formGuard } from '#services/form-guard.ts';
import { useMenuSoon } from '#services/menu-context.ts';
import { ApplyFormProvider, FormStateProvider, useFormState } from './form-context.ts';
import { createFormSession, type FormSession } from './form-session.ts';
import { loadPapers, loadReview } from './later-screens.ts';
import { saveSoon } from './save-soon.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { StepScreen } from './step-screen.tsx';

const PapersScreen = lazy(async () => ({ default: (await loadPapers()).PapersScreen }));
const ReviewScreen = lazy(async () => ({ default: (await loadReview()).ReviewScreen }));

/** Keeps one draft's answers while its screens come and go, and hands them to the store at every chance. */
export function ApplyFormScreens({ draft }: { readonly draft: Draft }) {
  const soon = useMenuSoon();
  const [session] = useState(() =>
    createFormSession(draft, {
      save: saveSoon(soon, draft.id),
      later(work, delayMs) {
        const timer = setTimeout(work, delayMs);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => session.follow(draft.answers), [session, draft.answers]);
  useSavingWhenLeft(session);
  useReadyMark();
  useNextScreensSoon();
  const form = useMemo(() => ({ draft, session }), [draft, session]);
  return (
    <ApplyFormProvider value={form}>
      <FormState session={session}>
        <Suspense fallback={<Skeleton />}>
          <CurrentScreen draft={draft} session={session} />
        </Suspense>
      </FormState>
    </ApplyFormProvider>
  );
}

function FormState({ session, children }: { readonly session: FormSession; readonly children: ReactNode }) {
  return (
    <FormStateProvider value={useSyncExternalStore(session.subscribe, session.getSnapshot)}>
      {children}
    </FormStateProvider>
  );
}

function CurrentScreen({ draft, session }: { readonly draft: Draft; readonly session: FormSession }) {
  const slug = useParams()['*'] ?? '';
  const { answers, place } = useFormState();
  const places = placesOf(draft.definition, answers);
  const current = places.find((one) => one.slug === slug);
  const shown = current?.place;
  useEffect(() => {
    if (shown !== undefined) session.goTo(shown);
  }, [session, shown]);
  if (current === undefined) {
    const resumed = places.find((one) => one.place === place) ?? places[0] ?? reviewPlace;
    return <Navigate to={`/isi/${draft.id}/${resumed.slug}`} replace />;
  }
  if (current.slug === papersPlace.slug) return <PapersScreen key="papers" />;
  if (current.slug === reviewPlace.slug) return <ReviewScreen key="review" />;
  return <StepScreen key={current.slug} stepId={current.slug} />;
}

/** The phone may end the page at any moment after it is hidden. */
function useSavingWhenLeft(session: FormSession): void {
  useEffect(() => {
    const flush = () => void session.flush();
    const guard = () => formGuard.set(session.getSnapshot().save.kind !== 'saved');
    const unsubscribe = session.subscribe(guard);
    document.addEventListener('visibilitychange', flush);
    document.addEventListener('focusout', flush);
    // The store answers while the next page is still on its way; once this one is hidden it may be too late.
    addEventListener('beforeunload', flush);
    addEventListener('pagehide', flush);
    return () => {
      flush();
      unsubscribe();
      formGuard.set(false);
      document.removeEventListener('visibilitychange', flush);
      document.removeEventListener('focusout', flush);
      removeEventListener('beforeunload', flush);
      removeEventListener('pagehide', flush);
    };
  }, [session]);
}

/** Once the form stands: so that no step waits for them. What fails is tried again when it is needed. */
function useNextScreensSoon(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      loadPapers().catch(() => undefined);
      loadReview().catch(() => undefined);
    }, 1_000);
    return () => clearTimeout(timer);
  }, []);
}

/** After the frame that shows the form. */
function useReadyMark(): void {
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('form:ready')));
  }, []);
}
