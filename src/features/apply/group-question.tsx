import { cleanAnswers } from '#domain/form/clean.ts';
import { isJsonObject } from '#domain/form/json-object.ts';
import { visibleFields } from '#domain/form/visibility.ts';
import type { Field, GroupField } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { FieldSet } from '#ui/fields/field-set.tsx';
import type { AnswerPath } from './answer-path.ts';
import { useApplyForm, useFormState } from './form-context.ts';
import { SameAsBox } from './same-as-box.tsx';
import type { AnswerProps, AskInside } from './answer-props.ts';

/** The questions about one person. */
export function GroupQuestion({
  field,
  path,
  frame,
  value,
  ask,
}: AnswerProps<GroupField> & { readonly ask: AskInside }) {
  return (
    <FieldSet {...frame}>
      {field.sameAs !== undefined && <SameAsBox sameAs={field.sameAs} fields={field.fields} path={path} />}
      <Questions fields={field.fields} path={path} value={value} ask={ask} />
    </FieldSet>
  );
}

/** The questions inside of a group or an item that are asked now. */
export function Questions(props: {
  readonly fields: readonly Field[];
  readonly path: AnswerPath;
  readonly value: JsonValue | undefined;
  readonly ask: AskInside;
}) {
  const { draft } = useApplyForm();
  const { answers } = useFormState();
  const item = isJsonObject(props.value) ? props.value : {};
  return visibleFields(props.fields, cleanAnswers(draft.definition, answers), item).map((inner) =>
    props.ask(inner, [...props.path, inner.id]),
  );
}
