import { type ReactNode, Suspense } from 'react';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { isJsonArray } from '#domain/form/json-object.ts';
import { tidyTyped } from '#domain/form/tidy-typed.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { Field, SpokenAnswer } from '#domain/service/definition.ts';
import { assertNever } from '#lib/assert-never.ts';
import type { JsonValue } from '#lib/json.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { ChoiceField } from '#ui/fields/choice-field.tsx';
import type { FieldFrameProps } from '#ui/fields/field-frame.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { answerAt, pointerOf, type AnswerPath } from './answer-path.ts';
import type { AnswerProps, AskInside } from './answer-props.ts';
import { AreaQuestion } from './area-question.tsx';
import { fieldId } from './field-id.ts';
import { useApplyForm, useFormState, useProblems } from './form-context.ts';
import { GroupQuestion } from './group-question.tsx';
import { FieldNote, SearchedChoice } from './lazy-parts.ts';
import { PlainChoice } from './plain-choice.tsx';
import { PositionQuestion } from './position-question.tsx';
import { RepeatQuestion } from './repeat-question.tsx';
import { useProblemText } from './use-problem-text.ts';

/** More than this many options are the phone's own list. */
const maxRadios = 6;
/** More than this many are searched by typing. */
const maxListed = 15;

/** One question of a form, whatever its kind. */
export function Question({ field, path }: { readonly field: Field; readonly path: AnswerPath }) {
  const words = useMessages(applyWords);
  const text = useLocalText();
  const say = useProblemText();
  const { session, draft } = useApplyForm();
  const { answers, filled } = useFormState();
  const pointer = pointerOf(path);
  const problem = useProblems().find((one) => one.pointer === pointer);
  const value = answerAt(answers, path);
  const isMarked = draft.repair?.fields.includes(pointer) === true;
  const hasNote =
    isMarked || filled.has(pointer) || (value !== undefined && (field.type === 'nik' || field.type === 'date'));
  const help = [
    ...(field.help === undefined ? [] : [text(field.help)]),
    ...(field.type === 'date' && field.help === undefined ? [words.dateHint] : []),
    ...('example' in field && typeof field.example === 'object' ? [words.example(text(field.example))] : []),
  ].join(' ');
  const frame: FieldFrameProps = {
    id: fieldId(pointer),
    testId: `field-${field.id}`,
    label: text(field.label),
    ...(help === '' ? {} : { help }),
    ...(field.required === true ? {} : { optional: words.optional }),
    ...(hasNote
      ? {
          note: (
            <Suspense fallback={null}>
              <FieldNote field={field} path={path} value={value} />
            </Suspense>
          ),
        }
      : {}),
    ...(problem === undefined ? {} : { error: say(problem, field) }),
  };
  const shared = {
    path,
    frame,
    value,
    onChange: (changed: JsonValue | undefined) => session.change(path, changed),
  };
  const spoken: Spoken = { words, text };
  switch (field.type) {
    case 'personGroup':
      return <GroupQuestion field={field} ask={askInside} {...shared} />;
    case 'repeat':
      return <RepeatQuestion field={field} ask={askInside} {...shared} />;
    case 'area':
      return <AreaQuestion {...shared} />;
    case 'position':
      return <PositionQuestion {...shared} />;
    case 'select':
    case 'multiSelect':
    case 'yesNo':
      return chosenAnswer({ field, ...shared }, spoken);
    default:
      return typedAnswer({ field, ...shared }, spoken);
  }
}

const askInside: AskInside = (field, path) => <Question key={field.id} field={field} path={path} />;

interface Spoken {
  readonly words: (typeof applyWords)['indonesian'];
  readonly text: ReturnType<typeof useLocalText>;
}

type ChosenField = Extract<Field, { type: 'select' | 'multiSelect' | 'yesNo' }>;

// These two are no components: sixty questions would have as many that only hand on.
function chosenAnswer(props: AnswerProps<ChosenField>, { words, text }: Spoken): ReactNode {
  const { field, path, frame, value, onChange } = props;
  const said = (answer: SpokenAnswer | undefined, otherwise: string) => ({
    label: answer === undefined ? otherwise : text(answer.label),
    ...(answer?.note === undefined ? {} : { note: text(answer.note) }),
  });
  if (field.type === 'yesNo') {
    return (
      <ChoiceField
        {...frame}
        choices={[
          { value: 'true', ...said(field.yes, words.yes) },
          { value: 'false', ...said(field.no, words.no) },
        ]}
        chosen={typeof value === 'boolean' ? [String(value)] : []}
        onChange={([answer]) => onChange(answer === 'true')}
      />
    );
  }
  if (field.type === 'select' && field.options.length > maxListed) {
    const searched = { field, path, frame, value, onChange };
    return (
      <Suspense fallback={<PlainChoice {...searched} disabled />}>
        <SearchedChoice {...searched} />
      </Suspense>
    );
  }
  const choices = field.options.map((option) => ({ value: option.value, label: text(option.label) }));
  if (field.type === 'multiSelect') {
    const chosen = isJsonArray(value) ? value.map(String) : [];
    const change = (all: readonly string[]) => onChange(all.length === 0 ? undefined : [...all]);
    return <ChoiceField {...frame} several choices={choices} chosen={chosen} onChange={change} />;
  }
  // An optional question must be answerable with nothing again, which radios can't be.
  if (choices.length > maxRadios || field.required !== true) {
    return <PlainChoice field={field} path={path} frame={frame} value={value} onChange={onChange} />;
  }
  const chosen = typeof value === 'string' ? [value] : [];
  return <ChoiceField {...frame} choices={choices} chosen={chosen} onChange={([answer]) => onChange(answer)} />;
}

type TypedField = Exclude<Field, { type: ChosenField['type'] | 'personGroup' | 'repeat' }>;

function typedAnswer(props: AnswerProps<TypedField>, { words, text }: Spoken): ReactNode {
  const { field, frame, value, onChange } = props;
  const shown = field.type === 'date' ? shownDate(shownText(value)) : shownText(value);
  const change = (typed: string) => onChange(typed === '' ? undefined : typed);
  const onLeave = () => {
    const tidy = tidyTyped(field, shown, wibDate(Date.now()));
    if (tidy !== shown) change(tidy);
  };
  const shared = { ...frame, value: shown, onChange: change, onLeave };
  switch (field.type) {
    case 'longText':
      return <TextField {...shared} lines />;
    case 'text':
      return <TextField {...shared} inputMode={field.digitsOnly === true ? 'numeric' : 'text'} />;
    case 'number':
      return (
        <TextField
          {...shared}
          inputMode={field.integer === false ? 'decimal' : 'numeric'}
          {...(field.unit === undefined ? {} : { unit: text(field.unit) })}
        />
      );
    case 'date':
      return <TextField {...shared} inputMode="numeric" placeholder={words.datePlaceholder} />;
    case 'time':
      return <TextField {...shared} type="time" />;
    case 'tel':
      return <TextField {...shared} type="tel" inputMode="tel" autoComplete="tel" />;
    case 'nik':
    case 'kk':
      return <TextField {...shared} inputMode="numeric" />;
    case 'area':
    case 'position':
      return null;
    default:
      return assertNever(field);
  }
}

/** A stored number has a decimal comma, as people here write it: 2.125 would be read as two thousand. */
function shownText(value: JsonValue | undefined): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
}

/** A stored date as people here write it. */
function shownDate(value: string): string {
  return isIsoDate(value) ? value.split('-').reverse().join('-') : value;
}
