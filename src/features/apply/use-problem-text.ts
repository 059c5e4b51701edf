import type { FieldProblem } from '#domain/form/answers.ts';
import { pointerKeys } from '#domain/form/pointer.ts';
import type { Field } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { fieldProblemWords } from '#i18n/sets/field-problem.ts';

/** The field that a pointer names, through groups and items. */
export function fieldAt(fields: readonly Field[], pointer: string): Field | undefined {
  let siblings = fields;
  let found: Field | undefined;
  for (const key of pointerKeys(pointer)) {
    const next = siblings.find(({ id }) => id === key);
    if (next === undefined) continue;
    found = next;
    siblings = next.type === 'personGroup' || next.type === 'repeat' ? next.fields : [];
  }
  return found;
}

/** What is wrong with a field, in words; the service's own words where it has them. */
export function useProblemText(): (problem: FieldProblem, field: Field | undefined) => string {
  const words = useMessages(fieldProblemWords);
  const text = useLocalText();
  return (problem, field) => {
    if (problem.code === 'pattern' && field !== undefined && 'patternMessage' in field && field.patternMessage) {
      return text(field.patternMessage);
    }
    return words[problem.code](problem.params);
  };
}
