import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { sendingBytes } from '#domain/application/sending-cost.ts';
import type { FieldProblem } from '#domain/form/answers.ts';
import { askForm } from '#domain/form/ask.ts';
import { papersPlace, reviewPlace } from '#domain/form/places.ts';
import { firstStepWithProblem } from '#domain/form/progress.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { AnswerList } from './answer-list.tsx';
import styles from './apply.module.css';
import { useApplyForm, useFormState } from './form-context.ts';
import { FormScreen } from './form-screen.tsx';
import { PaperList } from './paper-list.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { SealingNote } from './sealing-note.tsx';
import { useProblemLines } from './use-problem-text.ts';

const RepairChanges = lazyPart(
  async () => (await import('./repair-changes.tsx')).RepairChanges,
  () => null,
);

const SameRunning = lazyPart(
  async () => (await import('./same-running.tsx')).SameRunning,
  () => null,
);

/** Everything once more, and Kirim. */
export function ReviewScreen() {
  const all = useMessages(applyWords);
  const { review: words } = all;
  const lines = useProblemLines();
  const text = useLocalText();
  const menu = useMenu();
  const { draft } = useApplyForm();
  const { answers } = useFormState();
  const documents = useLive(useMemo(() => menu.drafts.documents(draft.id), [menu, draft.id]));
  const { busy, trouble, problems, attempt, send } = useSending();
  const [today] = useState(() => wibDate(Date.now()));
  const formats = useFormats();
  const asked = askForm(draft.definition, answers, { today });
  const parts = { applicationId: draft.id, definition: draft.definition, answers: asked.answers };
  const isAsked = ({ slot }: AttachedDocument) => asked.requirements.some(({ id }) => id === slot);
  const change = (slug: string, name: string) => (
    <a href={`/isi/${draft.id}/${slug}?ubah`} aria-label={words.changeOf(name)}>
      {words.change}
    </a>
  );
  return (
    <FormScreen
      slug={reviewPlace.slug}
      title={words.title}
      lead={words.lead}
      main={
        <Button data-testid="submit" busy={busy} busyLabel={words.sending} onClick={() => void send()}>
          {words.send}
        </Button>
      }
    >
      {trouble !== null && (
        <Notice tone="alert" live="alert" title={words.failed}>
          {trouble}
        </Notice>
      )}
      <ProblemSummary attempt={attempt} title={all.problems(problems.length)} lines={lines(problems)} />
      {draft.repair !== undefined && documents.state === 'ready' && (
        <RepairChanges repair={draft.repair} answers={asked.answers} documents={documents.value.filter(isAsked)} />
      )}
      {asked.steps
        .filter((one) => one.asked.length > 0)
        .map(({ step, asked: fields }) => (
          <Section
            key={step.id}
            title={text(step.name ?? step.title)}
            aside={change(step.id, text(step.name ?? step.title))}
          >
            <AnswerList asked={fields} />
          </Section>
        ))}
      {asked.requirements.length > 0 && (
        <Section title={words.papers} aside={change(papersPlace.slug, words.papers)}>
          {documents.state === 'ready' && <PaperList requirements={asked.requirements} documents={documents.value} />}
          {documents.state === 'failed' && <Notice tone="alert" title={all.papers.listFailed} />}
        </Section>
      )}
      {documents.state === 'ready' && (
        <p className={styles.soft} data-testid="sending-cost">
          {words.cost(formats.bytes(sendingBytes({ ...parts, documents: documents.value.filter(isAsked) })))}
        </p>
      )}
      {draft.repair === undefined && <SameRunning />}
      <SealingNote />
      <p className={styles.soft}>
        {words.notice} <a href="/privasi">{words.privacy}</a>
      </p>
    </FormScreen>
  );
}

/** Kirim, however often it is pressed. */
function useSending() {
  const troubleText = useMessages(troubleWords);
  const navigate = useNavigate();
  const { drafts, device } = useMenu();
  const { draft, session } = useApplyForm();
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);

  async function store(): Promise<void> {
    const saved = await session.flush();
    if (saved.kind === 'failed') return setTrouble(troubleText[saved.reason]);
    const result = await drafts.submit(draft.id);
    if (result.kind === 'stored') {
      performance.mark('submit:stored');
      void device.askPersistence();
      await navigate(`/isi/${draft.id}/terkirim`, { replace: true });
    } else if (result.kind === 'for-whom') {
      await navigate(`/warga?untuk=${draft.id}`);
    } else if (result.kind === 'consent-needed') {
      await navigate(`/warga/${result.residentId}/persetujuan/${draft.id}`);
    } else if (result.kind === 'failed') {
      setTrouble(troubleText[result.reason]);
    } else if (result.kind === 'invalid') {
      const place = firstStepWithProblem(draft.definition, result.problems);
      if (place === null) {
        setProblems(result.problems);
        setAttempt((count) => count + 1);
      } else {
        const slug = place === papersPlace.place ? papersPlace.slug : place;
        await navigate(`/isi/${draft.id}/${slug}?ubah`, { state: { problems: true } });
      }
    }
  }
  async function send(): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    performance.mark('submit:tap');
    setBusy(true);
    setTrouble(null);
    await store();
    underWay.current = false;
    setBusy(false);
  }
  return { busy, trouble, problems, attempt, send };
}
