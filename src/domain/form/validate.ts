import type { Field, GroupField, MediaType, RepeatField, ServiceDefinition, Step } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import type { Answers, FieldProblem } from './answers.ts';
import { answerTo } from './answer-to.ts';
import { type AskedField, askField, askFields, askForm } from './ask.ts';
import type { LeafField } from './clean-value.ts';
import { isJsonObject, ownValue } from './json-object.ts';
import { pointerTo } from './pointer.ts';
import { isLeaf, type ValidationContext, valueProblem } from './validate-value.ts';

/** Items that a repeat takes unless it says otherwise. */
export const defaultMaxItems = 100;
/** Papers that one requirement takes unless it says otherwise. */
export const defaultMaxFiles = 5;

/** What is wrong with the answer to one field; pointers are "/<field id>…" below `parent`. Never throws. */
export function validateField(
  field: Field,
  value: JsonValue | undefined,
  context: ValidationContext,
  parent = '',
): FieldProblem[] {
  return askedProblems(askField(field, value, {}, context), parent, { ...context, answers: {} });
}

/** What is wrong with the answers of one step that is asked; `answers` are the whole form's. */
export function validateStep(step: Step, answers: Answers, context: ValidationContext): FieldProblem[] {
  const asked = askFields(step.fields, answers, answers, context);
  const own = Object.fromEntries(asked.map(({ field, value }) => [field.id, value ?? null]));
  return asked.flatMap((one) => askedProblems(one, '', { ...context, answers: { ...answers, ...own } }));
}

/**
 * What is wrong with a whole application: every question that is asked, and every key that no question has.
 * Answers to hidden questions are not looked at. Takes any JSON and never throws.
 */
export function validateAnswers(
  definition: ServiceDefinition,
  answers: JsonValue,
  context: ValidationContext,
): FieldProblem[] {
  if (!isJsonObject(answers)) return [{ pointer: '', code: 'wrongShape' }];
  const form = askForm(definition, answers, context);
  const whole = { ...context, answers: form.answers };
  return [
    ...form.steps.flatMap((step) => step.asked).flatMap((one) => askedProblems(one, '', whole)),
    ...unknownKeys(
      definition.steps.flatMap((step) => step.fields),
      answers,
      '',
    ),
  ];
}

/** What is wrong with the papers; pointers are "/documents/<slot>". */
export function validateDocuments(
  definition: ServiceDefinition,
  answers: JsonValue,
  documents: readonly { readonly slot: string; readonly mediaType: MediaType }[],
): FieldProblem[] {
  const wanted = askForm(definition, answers).requirements;
  const known = new Set(definition.requirements.map((requirement) => requirement.id));
  const strangers = [...new Set(documents.map(({ slot }) => slot))].filter((slot) => !known.has(slot));
  const problems: FieldProblem[] = strangers.map((slot) => ({
    pointer: pointerTo('/documents', slot),
    code: 'unknownField',
  }));
  for (const requirement of wanted) {
    const pointer = pointerTo('/documents', requirement.id);
    const attached = documents.filter(({ slot }) => slot === requirement.id);
    const max = requirement.maxFiles ?? defaultMaxFiles;
    if (requirement.required && attached.length === 0) problems.push({ pointer, code: 'documentMissing' });
    if (attached.length > max) problems.push({ pointer, code: 'tooManyDocuments', params: { max } });
    if (attached.some(({ mediaType }) => !requirement.accept.includes(mediaType))) {
      problems.push({ pointer, code: 'documentNotAccepted' });
    }
  }
  return problems;
}

/** Also the whole form's cleaned answers, for a question that must differ from another. */
interface WholeForm extends ValidationContext {
  readonly answers: Answers;
}

function askedProblems(asked: AskedField, parent: string, context: WholeForm): FieldProblem[] {
  const { field, value } = asked;
  const pointer = pointerTo(parent, field.id);
  if (isLeaf(field)) {
    if (value === undefined) return field.required === true ? [{ pointer, code: 'required' }] : [];
    const problem = valueProblem(field, value, context) ?? likenessProblem(field, value, context.answers);
    return problem === null ? [] : [{ pointer, ...problem }];
  }
  return field.type === 'repeat'
    ? repeatProblems(field, asked, pointer, context)
    : groupProblems(field, asked, pointer, context);
}

function likenessProblem(field: LeafField, value: JsonValue, answers: Answers): Omit<FieldProblem, 'pointer'> | null {
  const others = 'differsFrom' in field ? (field.differsFrom ?? []) : [];
  const other = others.find((path) => answerTo(path, answers) === value);
  return other === undefined ? null : { code: 'notDifferent', params: { other } };
}

/** An optional group that nobody began has nothing wrong with it; once begun, its own required questions count. */
function groupProblems(field: GroupField, asked: AskedField, pointer: string, context: WholeForm): FieldProblem[] {
  const row = asked.rows[0];
  if (row === undefined) return [{ pointer, code: 'wrongShape' }];
  if (asked.value === undefined && (field.required !== true || row.length === 0)) return [];
  const problems = row.flatMap((inner) => askedProblems(inner, pointer, context));
  return asked.value === undefined && problems.length === 0 ? [{ pointer, code: 'required' }] : problems;
}

function repeatProblems(field: RepeatField, asked: AskedField, pointer: string, context: WholeForm): FieldProblem[] {
  const { value, rows } = asked;
  if (value === undefined) return field.required === true ? [{ pointer, code: 'required' }] : [];
  if (!Array.isArray(value)) return [{ pointer, code: 'wrongShape' }];
  const items: readonly JsonValue[] = value;
  const min = field.minItems ?? 0;
  const max = field.maxItems ?? defaultMaxItems;
  if (items.length > max) return [{ pointer, code: 'tooManyItems', params: { max } }];
  const few: FieldProblem[] = items.length < min ? [{ pointer, code: 'tooFewItems', params: { min } }] : [];
  const inner = items.flatMap((item, index): FieldProblem[] => {
    const itemPointer = pointerTo(pointer, index);
    if (!isJsonObject(item)) return [{ pointer: itemPointer, code: 'wrongShape' }];
    return (rows[index] ?? []).flatMap((one) => askedProblems(one, itemPointer, context));
  });
  return [...few, ...inner];
}

function unknownKeys(fields: readonly Field[], answers: JsonObject, parent: string): FieldProblem[] {
  const known = new Map(fields.map((field) => [field.id, field]));
  return Object.keys(answers).flatMap((key): FieldProblem[] => {
    const pointer = pointerTo(parent, key);
    const field = known.get(key);
    if (field === undefined) return [{ pointer, code: 'unknownField' }];
    const value = ownValue(answers, key);
    if (field.type === 'personGroup') return isJsonObject(value) ? unknownKeys(field.fields, value, pointer) : [];
    if (field.type !== 'repeat' || !Array.isArray(value)) return [];
    const items: readonly JsonValue[] = value;
    return items.flatMap((item, index) =>
      isJsonObject(item) ? unknownKeys(field.fields, item, pointerTo(pointer, index)) : [],
    );
  });
}
