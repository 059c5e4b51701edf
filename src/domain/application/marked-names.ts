import { pointerKeys } from '#domain/form/pointer.ts';
import type { Field, LocalizedText, ServiceDefinition } from '#domain/service/definition.ts';
import { markedSlot } from './repair.ts';

/** What an official marked, by the names that the form gives it; each once, in the official's order. */
export function markedNames(
  { steps, requirements }: Pick<ServiceDefinition, 'steps' | 'requirements'>,
  pointers: readonly string[],
  text: (words: LocalizedText) => string,
  /** For what the form does not have any more. */
  otherwise: string,
): readonly string[] {
  const all = steps.flatMap(({ fields }) => fields);
  const names = pointers.map((pointer) => {
    const slot = markedSlot(pointer);
    if (slot === undefined) return trail(all, pointerKeys(pointer), text) ?? otherwise;
    const label = requirements.find(({ id }) => id === slot)?.label;
    return label === undefined ? otherwise : text(label);
  });
  return [...new Set(names)];
}

/** "Saksi 2 – NIK saksi": the question, and where it stands; undefined when the form has none such. */
function trail(
  fields: readonly Field[],
  keys: readonly string[],
  text: (words: LocalizedText) => string,
): string | undefined {
  const [key, ...rest] = keys;
  const field = fields.find(({ id }) => id === key);
  if (field === undefined) return undefined;
  if (rest.length === 0 || (field.type !== 'repeat' && field.type !== 'personGroup')) return text(field.label);
  const [index, ...inside] = rest;
  if (field.type === 'personGroup') return joined(text(field.label), trail(field.fields, rest, text));
  const item = /^\d+$/.test(index ?? '') ? `${text(field.itemLabel)} ${Number(index) + 1}` : text(field.label);
  return joined(item, trail(field.fields, inside, text));
}

function joined(outer: string, inner: string | undefined): string {
  return inner === undefined ? outer : `${outer} – ${inner}`;
}
