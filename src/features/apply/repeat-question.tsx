import { Plus, Trash2 } from 'lucide-react';
import { isJsonArray } from '#domain/form/json-object.ts';
import { defaultMaxItems } from '#domain/form/validate.ts';
import type { JsonValue } from '#lib/json.ts';
import type { RepeatField } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { Button } from '#ui/button.tsx';
import { FieldSet } from '#ui/fields/field-set.tsx';
import { showToast } from '#ui/toast-store.ts';
import { fieldId } from './field-id.ts';
import { answerAt, pointerOf, type AnswerPath } from './answer-path.ts';
import { useApplyForm } from './form-context.ts';
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
  const { session } = useApplyForm();
  /** What is there by then: other items may have been changed meanwhile, also on another screen. */
  const now = () => answerAt(session.getSnapshot().answers, path);
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
                  onChange(withoutItem(items, index));
                  showToast({
                    message: words.itemRemoved(name),
                    action: { label: words.undo, onAction: () => session.change(path, withItem(now(), item, index)) },
                  });
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

function withoutItem(items: readonly JsonValue[], index: number): readonly JsonValue[] | undefined {
  const rest = items.filter((_, at) => at !== index);
  return rest.length === 0 ? undefined : rest;
}

function withItem(now: JsonValue | undefined, item: JsonValue, index: number): readonly JsonValue[] {
  return (isJsonArray(now) ? now : []).toSpliced(index, 0, item);
}
