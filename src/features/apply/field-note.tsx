import { useEffect, useRef, useState } from 'react';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { cleanValue } from '#domain/form/clean-value.ts';
import { isLeaf } from '#domain/form/validate-value.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { adviseOnNik, type NikAdvice } from '#domain/identity/nik-holder.ts';
import type { CodedField, Field } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { useFullDate } from '#i18n/full-date.ts';
import { useMessages } from '#i18n/messages.ts';
import { formHelpWords } from '#i18n/sets/form-help.ts';
import { pointerOf, type AnswerPath } from './answer-path.ts';
import styles from './field-note.module.css';
import { useApplyForm, useFormState } from './form-context.ts';
import { RepairMark } from './repair-mark.tsx';
import { siblingAnswers, siblingFields, siblingPath } from './siblings.ts';

export interface FieldNoteProps {
  readonly field: Field;
  readonly path: AnswerPath;
  readonly value: JsonValue | undefined;
}

/** What the app makes of an answer: the day that was understood, what a NIK says, what came from a NIK. */
export function FieldNote({ field, path, value }: FieldNoteProps) {
  const words = useMessages(formHelpWords);
  const { filled } = useFormState();
  const { repair } = useApplyForm().draft;
  const pointer = pointerOf(path);
  const [today] = useState(() => wibDate(Date.now()));
  const understood = isLeaf(field) ? cleanValue(field, value, today) : undefined;
  return (
    <>
      {repair?.fields.includes(pointer) === true && <RepairMark />}
      {field.type === 'date' && typeof understood === 'string' && <Day text={understood} />}
      {field.type === 'nik' && typeof understood === 'string' && (
        <NikNote field={field} path={path} nik={understood} today={today} />
      )}
      {filled.has(pointer) && <span className={styles.filled}>{words.filledFromNik}</span>}
    </>
  );
}

function Day({ text }: { readonly text: string }) {
  const fullDate = useFullDate();
  return isIsoDate(text) && <span className={styles.line}>{fullDate(text)}</span>;
}

interface NikNoteProps {
  readonly field: CodedField;
  readonly path: AnswerPath;
  readonly nik: string;
  readonly today: string;
}

function NikNote({ field, path, nik, today }: NikNoteProps) {
  const words = useMessages(formHelpWords);
  const advice = useNikAdvice({ field, path, nik, today });
  if (advice === null) return null;
  const { birthDate, sex, warnings } = advice.reading;
  const date = birthDate?.split('-').reverse().join('-');
  const known = field.holder?.sex !== undefined;
  return (
    <>
      {date !== undefined && sex !== null && <span className={styles.line}>{words.nikSays(date, sex)}</span>}
      {warnings.length > 0 && advice.disagrees.length === 0 && <span className={styles.warning}>{words.nikOdd}</span>}
      {advice.disagrees.includes('birthDate') && <span className={styles.warning}>{words.nikOtherDate}</span>}
      {advice.disagrees.includes('sex') && (
        <span className={styles.warning}>{known && sex !== null ? words.nikOtherPerson(sex) : words.nikOtherSex}</span>
      )}
    </>
  );
}

/** Also fills in what the number knows, each time that it becomes another number. */
function useNikAdvice({ field, path, nik, today }: NikNoteProps): NikAdvice | null {
  const { draft, session } = useApplyForm();
  const { answers } = useFormState();
  const fields = siblingFields(draft.definition, path);
  const beside = { fields, answers: siblingAnswers(answers, path) };
  const advice = adviseOnNik(nik, field.holder ?? {}, beside, today);
  const told = useRef('');
  useEffect(() => {
    if (told.current === nik) return;
    told.current = nik;
    for (const { id, value } of advice?.knows ?? []) session.fill(siblingPath(path, id), value);
  }, [nik, advice, session, path]);
  return advice;
}
