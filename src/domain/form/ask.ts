/**
 * The one walk through a form. It goes question by question, in the order of the definition, and decides whether
 * each is asked by looking only at the answers that were asked before it. So an answer that is hidden can't
 * show another question, and the screen, the validator and the office always see the same form.
 */
import type { Field, Requirement, ServiceDefinition, Step } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import type { Answers } from './answers.ts';
import { cleanValue } from './clean-value.ts';
import { holds } from './condition.ts';
import { isJsonArray, isJsonObject, ownValue } from './json-object.ts';

/** A question that is asked, with its cleaned answer. */
export interface AskedField {
  readonly field: Field;
  /** Undefined while unanswered. */
  readonly value: JsonValue | undefined;
  /** The questions inside: one row for a group, one per item for a repeat, none where the answer has another shape. */
  readonly rows: readonly (readonly AskedField[])[];
}

export interface AskedForm {
  readonly steps: readonly { readonly step: Step; readonly asked: readonly AskedField[] }[];
  readonly requirements: readonly Requirement[];
  /** Only what is asked and answered, cleaned. */
  readonly answers: Answers;
}

export interface AskContext {
  /** ISO date in WIB; without it a two-digit year means 1950 to 2049. */
  readonly today?: string | undefined;
}

type Scope = Record<string, JsonValue>;

/** Has no prototype: a condition that asks for "constructor" finds nothing. */
function newScope(outer: JsonObject): Scope {
  const scope: Scope = { ...outer };
  Object.setPrototypeOf(scope, null);
  return scope;
}

export function askForm(definition: ServiceDefinition, answers: JsonValue, context: AskContext = {}): AskedForm {
  const scope = newScope({});
  const given = isJsonObject(answers) ? answers : {};
  const steps: { step: Step; asked: readonly AskedField[] }[] = [];
  for (const step of definition.steps) {
    if (!holds(step.visibleWhen, scope)) continue;
    steps.push({ step, asked: askInScope(step.fields, given, scope, context) });
  }
  return {
    steps,
    requirements: definition.requirements.filter((requirement) => holds(requirement.visibleWhen, scope)),
    answers: answersOf(steps.flatMap(({ asked }) => asked)),
  };
}

/**
 * The questions among siblings. Inside of a group or an item, `outer` holds the answers around it; a name that
 * is used inside always means the inner question, answered or not.
 */
export function askFields(
  fields: readonly Field[],
  answers: JsonValue | undefined,
  outer: JsonObject,
  context: AskContext = {},
): readonly AskedField[] {
  const scope = newScope(outer);
  for (const field of fields) delete scope[field.id];
  return askInScope(fields, isJsonObject(answers) ? answers : {}, scope, context);
}

function askInScope(
  fields: readonly Field[],
  answers: JsonObject,
  scope: Scope,
  context: AskContext,
): readonly AskedField[] {
  const all: AskedField[] = [];
  for (const field of fields) {
    if (!holds(field.visibleWhen, scope)) continue;
    const asked = askField(field, ownValue(answers, field.id), scope, context);
    all.push(asked);
    if (asked.value !== undefined) scope[field.id] = asked.value;
  }
  return all;
}

export function askField(
  field: Field,
  value: JsonValue | undefined,
  scope: JsonObject,
  context: AskContext,
): AskedField {
  switch (field.type) {
    case 'personGroup':
      return askGroup(field, value, scope, context);
    case 'repeat':
      return askRepeat(field, value, scope, context);
    default:
      return { field, value: cleanValue(field, value, context.today), rows: [] };
  }
}

function askGroup(
  field: Field & { type: 'personGroup' },
  value: JsonValue | undefined,
  scope: JsonObject,
  context: AskContext,
): AskedField {
  if (value !== undefined && value !== null && !isJsonObject(value)) return { field, value, rows: [] };
  const row = askFields(field.fields, value, scope, context);
  const answers = answersOf(row);
  return { field, value: isEmpty(answers) ? undefined : answers, rows: [row] };
}

/** Blank items at the end are left out; one in the middle stays, so that the numbers of the others don't move. */
function askRepeat(
  field: Field & { type: 'repeat' },
  value: JsonValue | undefined,
  scope: JsonObject,
  context: AskContext,
): AskedField {
  if (value === undefined || value === null) return { field, value: undefined, rows: [] };
  if (!isJsonArray(value)) return { field, value, rows: [] };
  const rows = value.map((item) => askFields(field.fields, item, scope, context));
  const items = value.map((item, index) => (isJsonObject(item) || item === null ? answersOf(rows[index] ?? []) : item));
  const kept = items.findLastIndex((item) => !isJsonObject(item) || !isEmpty(item)) + 1;
  return { field, value: kept === 0 ? undefined : items.slice(0, kept), rows: rows.slice(0, kept) };
}

function answersOf(asked: readonly AskedField[]): Answers {
  const entries = asked.flatMap(({ field, value }) => (value === undefined ? [] : [[field.id, value] as const]));
  return Object.fromEntries(entries);
}

function isEmpty(answers: Answers): boolean {
  return Object.keys(answers).length === 0;
}
