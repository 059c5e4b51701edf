import { useEffect, useState } from 'react';
import { cleanAnswers } from '#domain/form/clean.ts';
import { isJsonArray, isJsonObject } from '#domain/form/json-object.ts';
import { likenessOf } from '#domain/form/same-as.ts';
import { tidyTyped } from '#domain/form/tidy-typed.ts';
import { isLeaf } from '#domain/form/validate-value.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { Answers } from '#domain/form/answers.ts';
import type { Field, SameAs } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { CheckField } from '#ui/fields/check-field.tsx';
import { answerAt, type AnswerPath } from './answer-path.ts';
import { useApplyForm, useFormState } from './form-context.ts';
import type { FormSession } from './form-session.ts';

/** What stood there before a box was ticked, by its place: kept while other steps are looked at. */
const before = new WeakMap<FormSession, Map<string, JsonObject>>();

export interface SameAsBoxProps {
  readonly sameAs: SameAs;
  /** The questions that take the answers. */
  readonly fields: readonly Field[];
  /** Of their group or item; none for a step. */
  readonly path: AnswerPath | readonly [];
}

/**
 * "Sama dengan pemohon": ticked, the answers are those given before, and may be changed; unticked, those that stood
 * there come back. It is ticked for as long as the answers are the same, whoever made them so.
 */
export function SameAsBox({ sameAs, fields, path }: SameAsBoxProps) {
  const text = useLocalText();
  const { draft, session } = useApplyForm();
  const { answers } = useFormState();
  const [today] = useState(() => wibDate(Date.now()));
  const clean = cleanAnswers(draft.definition, answers, today);
  const likeness = likenessOf(sameAs, clean, objectAt(clean, path));
  const place = JSON.stringify([sameAs.label, path]);
  const isOther = likeness?.isSame === false;
  useEffect(() => {
    // Somebody else stands here now: what was before them is no longer what was before the tick.
    if (isOther) before.get(session)?.delete(place);
  }, [session, place, isOther]);
  if (likeness === null || othersOf(clean, path).some((other) => likenessOf(sameAs, clean, other)?.isSame)) return null;
  function change(checked: boolean): void {
    const now = objectAt(session.getSnapshot().answers, path);
    const kept = before.get(session) ?? new Map<string, JsonObject>();
    const then = kept.get(place) ?? {};
    for (const [id, value] of Object.entries(likeness?.answers ?? {})) {
      const [head, ...rest] = path;
      const written = checked ? asWritten(fields, id, value, today) : then[id];
      session.change(head === undefined ? [id] : [head, ...rest, id], written);
    }
    if (checked) before.set(session, kept.set(place, now));
  }
  return <CheckField testId="same-as" label={text(sameAs.label)} checked={likeness.isSame} onChange={change} />;
}

/** As people write it, like everything that stands in a field. */
function asWritten(fields: readonly Field[], id: string, value: JsonValue, today: string): JsonValue {
  const field = fields.find((one) => one.id === id);
  return field !== undefined && isLeaf(field) && typeof value === 'string' ? tidyTyped(field, value, today) : value;
}

function objectAt(answers: Answers, path: AnswerPath | readonly []): JsonObject {
  const [head, ...rest] = path;
  return head === undefined ? answers : asObject(answerAt(answers, [head, ...rest]));
}

function asObject(value: JsonValue | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}

/** The other items of a repeat: a person stands in a list once. */
function othersOf(answers: Answers, path: AnswerPath | readonly []): readonly JsonObject[] {
  const [head, index] = path;
  const items = head !== undefined && typeof index === 'number' ? answerAt(answers, [head]) : undefined;
  return items !== undefined && isJsonArray(items) ? items.filter((_, at) => at !== index).map(asObject) : [];
}
