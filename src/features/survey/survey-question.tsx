import { Annoyed, Frown, Laugh, Smile } from 'lucide-react';
import { surveyElements, surveyScores, type SurveyElement, type SurveyScore } from '#domain/survey/elements.ts';
import { useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { readAloudWords } from '#i18n/sets/read-aloud.ts';
import { surveyWords } from '#i18n/sets/survey.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Notice } from '#ui/notice.tsx';
import { Progress } from '#ui/progress.tsx';
import { Screen } from '#ui/screen.tsx';
import styles from './survey.module.css';

/** Does without where it can't be fetched. */
const ReadAloud = lazyPart(
  async () => (await import('#ui/read-aloud.tsx')).ReadAloud,
  () => null,
);

const faces = { 1: Frown, 2: Annoyed, 3: Smile, 4: Laugh } as const;

interface SurveyQuestionProps {
  readonly element: SurveyElement;
  readonly chosen: SurveyScore | undefined;
  readonly back: string | (() => void);
  readonly isTrouble: boolean;
  readonly onAnswer: (score: SurveyScore) => void;
}

/** One question and four answers in reach of the thumb; a tap answers and goes on. */
export function SurveyQuestion({ element, chosen, back, isTrouble, onAnswer }: SurveyQuestionProps) {
  const words = useMessages(surveyWords);
  const aloud = useMessages(readAloudWords);
  const language = useLanguage();
  const { title, scores } = words.questions[element];
  const at = surveyElements.indexOf(element) + 1;
  const label = words.progress(at, surveyElements.length);
  return (
    <Screen
      title={title}
      documentTitle={words.title}
      back={back}
      focusKey={element}
      testId="survey-question"
      above={<Progress label={label} value={at - 1} max={surveyElements.length} />}
      actions={
        <fieldset className={styles.scores} aria-label={title}>
          {surveyScores.map((score) => {
            const Face = faces[score];
            return (
              <button
                key={score}
                type="button"
                className={styles.score}
                aria-pressed={chosen === score}
                onClick={() => onAnswer(score)}
                data-testid={`score-${score}`}
              >
                <Face aria-hidden="true" />
                <span>{scores[score - 1]}</span>
              </button>
            );
          })}
        </fieldset>
      }
    >
      {isTrouble && (
        <Notice tone="alert" live="alert">
          {words.notKept}
        </Notice>
      )}
      <ReadAloud key={element} words={aloud} language={language} sentences={() => [title, ...scores]} />
      {chosen !== undefined && <p>{words.kept}</p>}
    </Screen>
  );
}
