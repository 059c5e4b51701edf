import { TriangleAlert } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { placesOf, positionOf } from '#domain/form/places.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useMenuIfHere } from '#services/menu-context.ts';
import { useKeeping } from '#services/use-keeping.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Progress } from '#ui/progress.tsx';
import { Screen } from '#ui/screen.tsx';
import styles from './apply.module.css';
import { useApplyForm, useFormState } from './form-context.ts';
import { ReadScreen } from './lazy-parts.ts';
import { readNavigationState } from './navigation-state.ts';

/** One screen of a form: where the person is, whether it is saved, and the way on. */
export function FormScreen(props: {
  readonly slug: string;
  readonly title: string;
  readonly lead?: string;
  /** False where a summary of what is wrong takes the focus. */
  readonly focusTitle?: boolean;
  readonly main: ReactNode;
  readonly children: ReactNode;
}) {
  const words = useMessages(applyWords);
  const text = useLocalText();
  const navigate = useNavigate();
  const { draft, session } = useApplyForm();
  const { answers } = useFormState();
  const places = placesOf(draft.definition, answers);
  const back = useFormBack(places[places.findIndex(({ slug }) => slug === props.slug) - 1]?.slug);
  const { at, of } = positionOf(draft.definition, answers, props.slug);
  async function leave(): Promise<void> {
    const result = await session.flush();
    if (result.kind !== 'failed') await navigate('/');
  }
  return (
    <Screen
      title={props.title}
      documentTitle={text(draft.definition.name)}
      back={back}
      focusKey={props.slug}
      testId={`place-${props.slug}`}
      {...(props.focusTitle === undefined ? {} : { focusTitle: props.focusTitle })}
      trailing={
        <>
          <Suspense fallback={null}>
            <ReadScreen slug={props.slug} />
          </Suspense>
          <SaveState />
        </>
      }
      above={<Progress value={at} max={of} label={words.step(at, of)} />}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      actions={
        <>
          {props.main}
          <Button variant="quiet" onClick={() => void leave()}>
            {words.saveAndLeave}
          </Button>
        </>
      }
    >
      <SaveTrouble />
      {props.children}
    </Screen>
  );
}

/** To the screen before, by history where that is where the person came from. */
function useFormBack(previous: string | undefined): () => void {
  const navigate = useNavigate();
  const location = useLocation();
  const { draft, session } = useApplyForm();
  return () => {
    void session.flush();
    if (previous === undefined) void (location.key === 'default' ? navigate('/') : navigate(-1));
    else if (readNavigationState(location.state).from === previous) void navigate(-1);
    else void navigate(`/isi/${draft.id}/${previous}`, { replace: true });
  };
}

function SaveState() {
  const words = useMessages(applyWords);
  const { save } = useFormState();
  const kept = useKeeping() === 'until-closed' ? words.untilClosed : words.saved;
  const isStoreHere = useMenuIfHere() !== null;
  if (save.kind === 'failed') return null;
  // Nothing is called kept by a store that has not been heard yet.
  if (save.kind === 'saved' && !isStoreHere) return null;
  return <span className={styles.saved}>{save.kind === 'saved' ? kept : words.saving}</span>;
}

function SaveTrouble() {
  const words = useMessages(applyWords);
  const trouble = useMessages(troubleWords);
  const { session } = useApplyForm();
  const { save, clash } = useFormState();
  return (
    <>
      {save.kind === 'failed' && (
        <Notice
          tone="alert"
          icon={<TriangleAlert />}
          title={words.saveFailed}
          live="alert"
          actions={
            <Button variant="secondary" onClick={() => void session.flush()}>
              {words.saveAgain}
            </Button>
          }
        >
          {trouble[save.reason]} {words.saveFailedHint}
        </Notice>
      )}
      {clash && (
        <Notice
          live="status"
          title={words.clash}
          actions={
            <Button variant="secondary" onClick={() => session.dismissClash()}>
              {words.understood}
            </Button>
          }
        />
      )}
    </>
  );
}
