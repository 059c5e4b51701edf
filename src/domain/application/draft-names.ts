import { askForm, type AskedField } from '#domain/form/ask.ts';
import type { Draft } from './draft.ts';

/** Two forms of one service often begin with the same name, the person's own; the next one tells them apart. */
const mostNames = 2;
const isName = /(^|_)(nama|name)(_|$)/u;

/**
 * What tells a draft from another of the same service: the names given in it, in the order of the form; without any,
 * the first words that were given. Never a number, and nothing out of a list of people.
 */
export function draftNames({ definition, answers }: Pick<Draft, 'definition' | 'answers'>): readonly string[] {
  const texts = askForm(definition, answers)
    .steps.flatMap(({ asked }) => asked)
    .flatMap(textsIn);
  const names = texts.filter(({ id }) => isName.test(id)).map(({ text }) => text);
  const found = names.length > 0 ? names : texts.slice(0, 1).map(({ text }) => text);
  return [...new Set(found)].slice(0, mostNames);
}

function textsIn({ field, value, rows }: AskedField): readonly { readonly id: string; readonly text: string }[] {
  if (field.type === 'personGroup') return rows.flat().flatMap(textsIn);
  if (field.type !== 'text' || field.digitsOnly === true || typeof value !== 'string') return [];
  return [{ id: field.id, text: value }];
}
