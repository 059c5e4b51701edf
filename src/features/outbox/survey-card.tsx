import { useMessages } from '#i18n/messages.ts';
import { surveyWords } from '#i18n/sets/survey.ts';
import { useSurvey } from '#services/use-survey.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';

/** After the end of a service, to the person whom it was for. */
export function SurveyCard({ applicationId }: { readonly applicationId: string }) {
  const words = useMessages(surveyWords);
  const survey = useSurvey(applicationId);
  if (survey?.kept === undefined) return null;
  const { kept, menu } = survey;
  const state = kept?.state ?? 'new';
  if (state === 'declined' || state === 'refused') return null;
  if (state === 'finished' || state === 'sent')
    return (
      <Notice tone={state === 'sent' ? 'success' : 'neutral'} live="status">
        {state === 'sent' ? words.sent : words.waits}
      </Notice>
    );
  return (
    <Notice
      tone="neutral"
      headingLevel={2}
      title={words.card.title}
      actions={
        <>
          <ButtonLink href={`/survei/${applicationId}`} variant="secondary" data-testid="survey-start">
            {state === 'new' ? words.card.start : words.card.resume}
          </ButtonLink>
          <Button variant="quiet" onClick={() => void menu.decline(applicationId)} data-testid="survey-decline">
            {words.card.decline}
          </Button>
        </>
      }
    >
      {words.card.text}
    </Notice>
  );
}
