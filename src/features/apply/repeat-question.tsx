import { Plus, Trash2 } from 'lucide-react';
import { isJsonArray } from '#domain/form/json-object.ts';
import { defaultMaxItems } from '#domain/form/validate.ts';
import type { RepeatField } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { Button } from '#ui/button.tsx';
import { FieldSet } from '#ui/fields/field-set.tsx';
import { fieldId } from './field-id.ts';
import { pointerOf, type AnswerPath } from './answer-path.ts';
import { Questions } from './group-question.tsx';
import { SameAsBox } from './same-as-box.tsx';
import type { AnswerProps, AskInside } from './answer-props.ts';

/** The same questions for each person or thing. */
export function RepeatQuestion({
  field,
  path,
  frame,
  value,
  onChange,
  ask,
}: AnswerProps<RepeatField> & { readonly ask: AskInside }) {
  const words = useMessages(applyWords);
  const itemName = useLocalText()(field.itemLabel);
  const given = isJsonArray(value) ? value : [];
  const least = Math.max(field.minItems ?? 0, field.required === true ? 1 : 0);
  const items = Array.from({ length: Math.max(given.length, least) }, (_, index) => given[index] ?? {});
  return (
    <FieldSet {...frame}>
      {items.map((item, index) => {
        const itemPath: AnswerPath = [...path, index];
        const name = `${itemName} ${index + 1}`;
        return (
          // Items have no name of their own: their place is who they are.
          <FieldSet key={pointerOf(itemPath)} id={fieldId(pointerOf(itemPath))} label={name}>
            {field.sameAs !== undefined && <SameAsBox sameAs={field.sameAs} fields={field.fields} path={itemPath} />}
            <Questions fields={field.fields} path={itemPath} value={item} ask={ask} />
            {items.length > least && (
              <Button
                variant="secondary"
                icon={<Trash2 />}
                onClick={() => {
                  const rest = items.filter((_, at) => at !== index);
                  onChange(rest.length === 0 ? undefined : rest);
                }}
              >
                {words.removeItem(name)}
              </Button>
            )}
          </FieldSet>
        );
      })}
      {items.length < (field.maxItems ?? defaultMaxItems) && (
        <Button variant="secondary" icon={<Plus />} onClick={() => onChange([...items, {}])}>
          {words.addItem(itemName)}
        </Button>
      )}
    </FieldSet>
  );
}
