import { useState } from 'react';
import { useLocation } from 'react-router';
import type { FieldProblem } from '#domain/form/answers.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { placesOf, reviewPlace } from '#domain/form/places.ts';
import { validateStep } from '#domain/form/validate.ts';
import { visibleSteps } from '#domain/form/visibility.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { Button } from '#ui/button.tsx';
import styles from './apply.module.css';
import { ProblemsProvider, useApplyForm, useFormState } from './form-context.ts';
import { FormScreen } from './form-screen.tsx';
import { readNavigationState } from './navigation-state.ts';
import { ProblemSummary } from './problem-summary.tsx';
import { Question } from './question.tsx';
import { SameAsBox } from './same-as-box.tsx';
import { useGoOn } from './use-go-on.ts';
import { useProblemLines } from './use-problem-text.ts';

interface Attempt {
  readonly count: number;
  readonly pointers: ReadonlySet<string>;
}

/** One idea a screen. Nothing is called wrong before the person has pressed Lanjut. */
export function StepScreen({ stepId }: { readonly stepId: string }) {
  const words = useMessages(applyWords);
  const text = useLocalText();
  const lines = useProblemLines();
  const moveOn = useGoOn();
  const location = useLocation();
  const { draft, session } = useApplyForm();
  const { answers } = useFormState();
  const { definition } = draft;
  const [today] = useState(() => wibDate(Date.now()));
  const step = visibleSteps(definition, answers).find(({ id }) => id === stepId);
  const changing = new URLSearchParams(location.search).has('ubah');

  function problemsNow(): readonly FieldProblem[] {
    const now = session.getSnapshot().answers;
    const asked = definition.steps.find(({ id }) => id === stepId);
    if (asked === undefined) return [];
    const clean = cleanAnswers(definition, now, today);
    return validateStep(asked, clean, { today });
  }
  const [attempt, setAttempt] = useState<Attempt>(() => {
    const told = readNavigationState(location.state).problems;
    return { count: told ? 1 : 0, pointers: new Set(told ? problemsNow().map(({ pointer }) => pointer) : []) };
  });
  if (step === undefined) return null;
  const told = readNavigationState(location.state).problems;
  const shown = attempt.count === 0 ? [] : problemsNow().filter(({ pointer }) => attempt.pointers.has(pointer));

  function goOn(): void {
    // Also where something is wrong: what was typed up to here is what was meant to be kept.
    void session.flush();
    const problems = problemsNow();
    if (problems.length > 0) {
      setAttempt({ count: attempt.count + 1, pointers: new Set(problems.map(({ pointer }) => pointer)) });
      return;
    }
    const places = placesOf(definition, session.getSnapshot().answers);
    const following = places[places.findIndex(({ slug }) => slug === stepId) + 1];
    const next = changing ? reviewPlace : (following ?? reviewPlace);
    moveOn(`/isi/${draft.id}/${next.slug}`, stepId);
  }

  return (
    <FormScreen
      slug={stepId}
      title={text(step.title)}
      focusTitle={!told}
      {...(step.intro === undefined ? {} : { lead: text(step.intro) })}
      main={
        <Button type="submit" form="step" data-testid="next">
          {changing ? words.backToReview : words.next}
        </Button>
      }
    >
      <form
        id="step"
        className={styles.form}
        data-testid="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <ProblemSummary attempt={attempt.count} title={words.problems(shown.length)} lines={lines(shown)} />
        {step.sameAs !== undefined && <SameAsBox sameAs={step.sameAs} fields={step.fields} path={[]} />}
        <ProblemsProvider value={shown}>
          {step.fields.map((field) => (
            <Question key={field.id} field={field} path={[field.id]} />
          ))}
        </ProblemsProvider>
      </form>
    </FormScreen>
  );
}
