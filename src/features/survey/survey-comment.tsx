import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { surveyWords } from '#i18n/sets/survey.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { useNoted } from './use-noted.ts';

const longest = 500;

interface SurveyCommentProps {
  readonly back: string | (() => void);
  readonly isTrouble: boolean;
  /** What was typed before, and is not sent yet. */
  readonly kept: string;
  /** Keeps its identity between renders. */
  readonly onType: (comment: string) => void;
  readonly onSend: (comment: string) => void;
}

/** After the nine questions. */
export function SurveyComment({ back, isTrouble, kept, onType, onSend }: SurveyCommentProps) {
  const words = useMessages(surveyWords);
  const [comment, setComment] = useState(kept);
  useNoted(comment, onType);
  const over = comment.trim().length - longest;
  return (
    <Screen
      title={words.comment.title}
      documentTitle={words.title}
      back={back}
      focusKey="comment"
      actions={
        <Button wide onClick={() => over <= 0 && onSend(comment)} data-testid="survey-send">
          {words.comment.send}
        </Button>
      }
    >
      {isTrouble && (
        <Notice tone="alert" live="alert">
          {words.notKept}
        </Notice>
      )}
      <TextField
        id="survey-comment"
        label={words.comment.title}
        help={words.comment.help}
        optional={words.comment.optional}
        lines
        value={comment}
        onChange={setComment}
        {...(over > 0 ? { error: words.comment.tooLong(over) } : {})}
      />
      <Disclosure summary={words.formula.title}>{words.formula.text}</Disclosure>
    </Screen>
  );
}
