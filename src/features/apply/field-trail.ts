import { pointerKeys } from '#domain/form/pointer.ts';
import type { Field, LocalizedText } from '#domain/service/definition.ts';

/** A question as it is found: the groups and items around it by name, then itself. */
export interface FieldTrail {
  readonly field: Field | undefined;
  /** "Saksi 2 – NIK saksi": two questions that read alike are told apart by where they stand. */
  readonly name: string;
}

/** The question that a JSON Pointer names, through groups and items. */
export function fieldTrail(
  fields: readonly Field[],
  pointer: string,
  text: (words: LocalizedText) => string,
): FieldTrail {
  const names: string[] = [];
  let siblings = fields;
  let field: Field | undefined;
  for (const key of pointerKeys(pointer)) {
    const next = siblings.find(({ id }) => id === key);
    if (next !== undefined) {
      field = next;
      siblings = next.type === 'personGroup' || next.type === 'repeat' ? next.fields : [];
      names.push(text(next.label));
    } else if (field?.type === 'repeat' && /^\d+$/.test(key)) {
      names[names.length - 1] = `${text(field.itemLabel)} ${Number(key) + 1}`;
    }
  }
  return { field, name: names.join(' – ') };
}
