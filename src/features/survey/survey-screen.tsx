import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { surveyElements } from '#domain/survey/elements.ts';
import type { KeptSurvey } from '#domain/survey/kept-survey.ts';
import { useMessages } from '#i18n/messages.ts';
import { surveyWords } from '#i18n/sets/survey.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import type { SurveyMenu } from '#services/survey-menu.ts';
import { useSurvey } from '#services/use-survey.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { isAskedAbout } from '#services/is-asked-about.ts';
import { SurveyComment } from './survey-comment.tsx';
import { SurveyQuestion } from './survey-question.tsx';

/** /survei/:applicationId: nine questions and a comment, one at a time. Each answer is kept as it is given. */
export function SurveyScreen() {
  const words = useMessages(surveyWords);
  const { applicationId = '' } = useParams();
  const { outbox } = useMenu();
  const item = useLive(useMemo(() => outbox.item(applicationId), [outbox, applicationId]));
  const survey = useSurvey(applicationId);
  const back = `/permohonan/${applicationId}`;
  if (item.state === 'ready' && (item.value === null || !isAskedAbout(item.value)))
    return <SaidInstead says={words.notYet} back={back} />;
  if (item.state === 'loading' || survey?.kept === undefined)
    return (
      <Screen title={words.title} back={back}>
        <Skeleton rows={5} />
      </Screen>
    );
  const { kept, menu } = survey;
  if (kept?.state === 'finished' || kept?.state === 'sent')
    return <SaidInstead says={kept.state === 'sent' ? words.sent : words.waits} back={back} isGood />;
  if (kept?.state === 'refused') return <SaidInstead says={words.refused} back={back} />;
  return <Questions key={applicationId} applicationId={applicationId} kept={kept} menu={menu} back={back} />;
}

interface QuestionsProps {
  readonly applicationId: string;
  readonly kept: KeptSurvey | null;
  readonly menu: SurveyMenu;
  readonly back: string;
}

function Questions({ applicationId, kept, menu, back }: QuestionsProps) {
  const open = kept?.state === 'open' ? kept : null;
  const next = surveyElements.findIndex((element) => open?.answers[element] === undefined);
  const [at, setAt] = useState(next === -1 ? surveyElements.length : next);
  const [isTrouble, setTrouble] = useState(false);
  const note = useCallback((comment: string) => void menu.note(applicationId, comment), [menu, applicationId]);
  const element = surveyElements[at];
  const goBack = at === 0 ? back : () => setAt(at - 1);
  const settle = (isKept: boolean, then: () => void): void => {
    setTrouble(!isKept);
    if (isKept) then();
  };
  if (element === undefined)
    return (
      <SurveyComment
        back={goBack}
        isTrouble={isTrouble}
        kept={open?.comment ?? ''}
        onType={note}
        onSend={(comment) => void menu.finish(applicationId, comment).then((isKept) => settle(isKept, () => undefined))}
      />
    );
  return (
    <SurveyQuestion
      element={element}
      chosen={open?.answers[element]}
      back={goBack}
      isTrouble={isTrouble}
      onAnswer={(score) =>
        void menu.answer(applicationId, element, score).then((isKept) => settle(isKept, () => setAt(at + 1)))
      }
    />
  );
}

function SaidInstead(props: { readonly says: string; readonly back: string; readonly isGood?: boolean }) {
  const { says, back, isGood = false } = props;
  const words = useMessages(surveyWords);
  return (
    <Screen title={words.title} back={back}>
      <Notice tone={isGood ? 'success' : 'neutral'} live="status">
        <span data-testid="survey-end">{says}</span>
      </Notice>
      <div>
        <ButtonLink href={back} variant="secondary">
          {words.back}
        </ButtonLink>
      </div>
    </Screen>
  );
}
