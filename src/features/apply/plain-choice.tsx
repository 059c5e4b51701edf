import type { SelectField as SelectQuestion } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import type { AnswerProps } from './answer-props.ts';

/** One of several, from the phone's own list. */
export function PlainChoice(props: AnswerProps<SelectQuestion> & { readonly disabled?: boolean }) {
  const { field, frame, value, onChange, disabled = false } = props;
  const words = useMessages(applyWords);
  const text = useLocalText();
  return (
    <SelectField
      {...frame}
      disabled={disabled}
      choices={field.options.map((option) => ({ value: option.value, label: text(option.label) }))}
      none={words.choose}
      value={typeof value === 'string' ? value : ''}
      onChange={(answer) => onChange(answer === '' ? undefined : answer)}
    />
  );
}
