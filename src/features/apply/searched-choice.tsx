import { useState } from 'react';
import { findOptions } from '#domain/form/find-options.ts';
import type { Option, SelectField } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { listSearchWords } from '#i18n/sets/list-search.ts';
import { ComboboxField } from '#ui/fields/combobox-field.tsx';
import type { AnswerProps } from './answer-props.ts';

/**
 * One of very many, found by everyday words. What was typed and not chosen stays as the answer, so that it is neither
 * lost nor taken for a choice: the validator names it.
 */
export function SearchedChoice({ field, frame, value, onChange }: AnswerProps<SelectField>) {
  const words = useMessages(listSearchWords);
  const text = useLocalText();
  const chosen = field.options.find((option) => option.value === value);
  /** Stays as it is written for as long as the fingers write: a name that is complete may be the beginning of another. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly answer: JsonValue | undefined }>();
  const kept = typeof value === 'string' ? value : '';
  const asChoice = (option: Option) => ({ value: option.value, label: text(option.label) });
  return (
    <ComboboxField
      {...frame}
      text={
        typed !== undefined && typed.answer === value ? typed.text : chosen === undefined ? kept : text(chosen.label)
      }
      chosen={chosen?.value}
      find={(query) => findOptions(field.options, query).map(asChoice)}
      onChoose={(choice) => {
        setTyped(undefined);
        onChange(choice);
      }}
      onType={(query) => {
        const answer = typedAnswer(field.options, query);
        setTyped({ text: query, answer });
        onChange(answer);
      }}
      words={{ placeholder: words.searchList, nothing: words.nothingFits, count: words.fitting }}
    />
  );
}

/** A name that was typed in full is a choice; a text that happens to be an option's code is not. */
function typedAnswer(options: readonly Option[], query: string): string | undefined {
  const plain = query.trim().toLowerCase();
  const named = options.find(({ label }) => [label.id, label.en].some((name) => name?.toLowerCase() === plain));
  if (named !== undefined) return named.value;
  return plain === '' || options.some(({ value }) => value === query.trim()) ? undefined : query;
}
