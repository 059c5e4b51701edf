import { Fragment, useMemo } from 'react';
import { useLocation } from 'react-router';
import { markedSlot } from '#domain/application/repair.ts';
import { papersPlace, reviewPlace } from '#domain/form/places.ts';
import { validateDocuments } from '#domain/form/validate.ts';
import { visibleRequirements } from '#domain/form/visibility.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { lazyDialog } from '#ui/lazy-dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './apply.module.css';
import { useApplyForm, useFormState } from './form-context.ts';
import { FormScreen } from './form-screen.tsx';
import { readNavigationState } from './navigation-state.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { PaperSlot } from './paper-slot.tsx';
import { paperPointer, usePaperLines } from './paper-problems.ts';
import { ProblemSummary } from './problem-summary.tsx';
import { useGoOn } from './use-go-on.ts';
import { usePaperInAddress } from './use-paper-in-address.ts';

const StraightenPaper = lazyDialog(async () => (await import('./straighten-paper.tsx')).StraightenPaper);
const PaperViewer = lazyDialog(async () => (await import('./paper-viewer.tsx')).PaperViewer);

/** Of a repair only. Where they can't come, the papers are still there to be added. */
const KeptPaper = lazyPart(
  async () => (await import('./kept-paper.tsx')).KeptPaper,
  () => null,
);
const PaperAgain = lazyPart(
  async () => (await import('./kept-paper.tsx')).PaperAgain,
  () => null,
);

/** The papers that go with the answers. Missing ones hold nobody up before Kirim, and after it they are named first. */
export function PapersScreen() {
  const { papers: words, next, backToReview } = useMessages(applyWords);
  const trouble = useMessages(troubleWords);
  const formats = useFormats();
  const moveOn = useGoOn();
  const location = useLocation();
  const menu = useMenu();
  const { draft } = useApplyForm();
  const { answers } = useFormState();
  const documents = useLive(useMemo(() => menu.drafts.documents(draft.id), [menu, draft.id]));
  const requirements = visibleRequirements(draft.definition, answers);
  const slots = new Set(requirements.map(({ id }) => id));
  const attached = documents.state === 'ready' ? documents.value.filter(({ slot }) => slots.has(slot)) : [];
  const kept = draft.repair?.kept.filter(({ slot }) => slots.has(slot)) ?? [];
  const isAsked = (slot: string): boolean => draft.repair?.fields.some((one) => markedSlot(one) === slot) === true;
  const problems =
    documents.state === 'ready' ? validateDocuments(draft.definition, answers, [...kept, ...attached]) : [];
  const lines = usePaperLines(requirements)(problems);
  const told = readNavigationState(location.state).problems;
  const changing = new URLSearchParams(location.search).has('ubah');
  const straightening = usePaperInAddress('luruskan');
  const crooked = attached.find(({ id }) => id === straightening.documentId);
  const looking = usePaperInAddress('lihat');
  const looked = attached.find(({ id }) => id === looking.documentId);
  const bytes = attached.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <FormScreen
      slug={papersPlace.slug}
      title={words.title}
      focusTitle={!told}
      lead={requirements.length === 0 ? words.none : words.lead}
      main={
        <Button data-testid="next" onClick={() => moveOn(`/isi/${draft.id}/${reviewPlace.slug}`, papersPlace.slug)}>
          {changing ? backToReview : next}
        </Button>
      }
    >
      {documents.state === 'failed' && (
        <Notice tone="alert" live="alert" title={words.listFailed}>
          {trouble[documents.reason]}
        </Notice>
      )}
      {told && lines.length > 0 && <ProblemSummary attempt={1} title={words.cannotSend} lines={lines} />}
      {requirements.map((requirement) => {
        if (kept.some(({ slot }) => slot === requirement.id))
          return <KeptPaper key={requirement.id} requirement={requirement} />;
        const wrong = lines.find(({ pointer }) => pointer === paperPointer(requirement.id));
        return (
          <Fragment key={requirement.id}>
            {isAsked(requirement.id) && <PaperAgain />}
            <PaperSlot
              requirement={requirement}
              documents={attached.filter(({ slot }) => slot === requirement.id)}
              error={told ? wrong?.error : undefined}
              onStraighten={straightening.open}
              onLook={looking.open}
            />
          </Fragment>
        );
      })}
      {!told && lines.length > 0 && (
        <Notice tone="waiting" title={words.mayGoOn}>
          <ul className={styles.problems}>
            {lines.map(({ pointer, text }) => (
              <li key={pointer + text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {crooked !== undefined && (
        <StraightenPaper key={crooked.id} document={crooked} onClose={() => straightening.close(crooked.id)} />
      )}
      {looked !== undefined && (
        <PaperViewer key={looked.id} document={looked} onClose={() => looking.close(looked.id)} />
      )}
      {attached.length > 0 && <p className={styles.soft}>{words.total(attached.length, formats.bytes(bytes))}</p>}
    </FormScreen>
  );
}
