import { useEffect, useState } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { markedNames } from '#domain/application/marked-names.ts';
import type { DraftRepair } from '#domain/application/repair.ts';
import type { Answers } from '#domain/form/answers.ts';
import { pointerTo } from '#domain/form/pointer.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { repairWords } from '#i18n/sets/repair.ts';
import { useMenu } from '#services/menu-context.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { useApplyForm } from './form-context.ts';
import { sameJson } from './same-json.ts';

/** Before Kirim of a repair: what the official said, and what is different from what the office has. */
export function RepairChanges(props: {
  readonly repair: DraftRepair;
  readonly answers: Answers;
  readonly documents: readonly AttachedDocument[];
}) {
  const { repair, answers, documents } = props;
  const { form: words, noLongerAsked } = useMessages(repairWords);
  const text = useLocalText();
  const { definition } = useApplyForm().draft;
  const before = useOfficeAnswers(repair.applicationId);
  const changed = before === null ? [] : changedAnswers(before, answers);
  const papers = [...new Set(documents.map(({ slot }) => slot))].map((slot) => pointerTo('/documents', slot));
  const lines = [
    ...markedNames(definition, changed, text, noLongerAsked),
    ...markedNames(definition, papers, text, noLongerAsked).map(words.newPaper),
  ];
  return (
    <>
      {repair.reason !== null && (
        <Notice tone="info">
          {words.says} {repair.reason}
        </Notice>
      )}
      {(before !== null || lines.length > 0) && (
        <Section title={words.changed}>
          {lines.length === 0 ? (
            <p>{words.nothingChanged}</p>
          ) : (
            <ul data-testid="repair-changes">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </>
  );
}

/** Null where this phone does not have them: then only papers can be compared. */
function useOfficeAnswers(applicationId: string): Answers | null {
  const { repairs } = useMenu();
  const [answers, setAnswers] = useState<Answers | null>(null);
  useEffect(() => {
    let here = true;
    void repairs()
      .then((menu) => menu?.officeAnswers(applicationId))
      .then((found) => here && setAnswers(found ?? null));
    return () => {
      here = false;
    };
  }, [repairs, applicationId]);
  return answers;
}

function changedAnswers(before: Answers, now: Answers): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((key) => !sameJson(before[key] ?? null, now[key] ?? null))
    .map((key) => pointerTo('', key));
}
