/** The answers of an application as lines to read, each with the pointer by which it can be marked for repair. */
import { askForm, type AskedField } from '#domain/form/ask.ts';
import type { Field, LocalizedText, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';

export interface AnswerLine {
  /** RFC 6901, into the answers. */
  readonly pointer: string;
  readonly label: LocalizedText;
  /** Of an item of several: "Saksi", 2. */
  readonly of: { readonly label: LocalizedText; readonly number: number | null } | null;
  /** Null for an answer that this form does not know. */
  readonly field: Field | null;
  /** Undefined: left empty. */
  readonly value: JsonValue | undefined;
}

export interface AnswerPart {
  readonly id: string;
  /** Null: what no question of the form asks for. */
  readonly title: LocalizedText | null;
  readonly lines: readonly AnswerLine[];
}

/**
 * Only what is asked, in the order of the form. What was answered to a question that the form at hand does not know (it
 * is of another version) comes last, as it was sent: nothing that the citizen said is left out.
 */
export function answerParts(definition: ServiceDefinition | null, data: JsonObject): readonly AnswerPart[] {
  const asked = definition === null ? [] : askForm(definition, data).steps;
  const parts = asked.map(({ step, asked: fields }) => ({
    id: step.id,
    title: step.name ?? step.title,
    lines: fields.flatMap((one) => linesOf(one, '', null)),
  }));
  const known = new Set(asked.flatMap(({ asked: fields }) => fields.map(({ field }) => field.id)));
  const rest = Object.entries(data).filter(([id]) => !known.has(id));
  const unknown = rest.map(([id, value]) => ({
    pointer: pointerOf('', id),
    label: { id },
    of: null,
    field: null,
    value,
  }));
  const all: readonly AnswerPart[] = unknown.length === 0 ? parts : [...parts, { id: '', title: null, lines: unknown }];
  return all.filter(({ lines }) => lines.length > 0);
}

function linesOf({ field, value, rows }: AskedField, above: string, of: AnswerLine['of']): readonly AnswerLine[] {
  const pointer = pointerOf(above, field.id);
  if (rows.length === 0) return [{ pointer, label: field.label, of, field, value }];
  if (field.type !== 'repeat') {
    const inside = { label: field.label, number: null };
    return rows.flatMap((row) => row.flatMap((one) => linesOf(one, pointer, inside)));
  }
  return rows.flatMap((row, index) =>
    row.flatMap((one) => linesOf(one, `${pointer}/${index}`, { label: field.itemLabel, number: index + 1 })),
  );
}

function pointerOf(above: string, id: string): string {
  return `${above}/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The pointer of a paper's slot. */
export function slotPointer(slot: string): string {
  return pointerOf('/documents', slot);
}
