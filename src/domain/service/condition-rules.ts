import { conditionProblem, operationOf } from '#domain/form/condition.ts';
import { isJsonObject } from '#domain/form/json-object.ts';
import type { JsonValue } from '#lib/json.ts';
import type { Condition, Field } from './definition.ts';

/** Questions that a condition may look at, by the path that `var` uses. */
export type KnownQuestions = ReadonlyMap<string, Field>;

const comparisons = new Set(['==', '===', '!=', '!==', 'in', '<', '<=', '>', '>=']);
const overItems = new Set(['some', 'all', 'none']);

/** What is wrong with a rule, beyond its shape: questions that come later or not at all, answers that can't be. */
export function conditionRuleProblems(rule: Condition | undefined, known: KnownQuestions): readonly string[] {
  if (rule === undefined) return [];
  const problem = conditionProblem(rule);
  return problem === null ? ruleProblems(rule, known) : [problem];
}

function ruleProblems(rule: JsonValue, known: KnownQuestions): readonly string[] {
  if (Array.isArray(rule)) return rule.flatMap((part: JsonValue) => ruleProblems(part, known));
  const operation = isJsonObject(rule) ? operationOf(rule) : undefined;
  if (operation === undefined) return [];
  const { name, args } = operation;
  if (name === 'var') {
    const path = String(args[0]);
    return known.has(path) ? [] : [`"${path}" is not a question asked before this one`];
  }
  if (overItems.has(name)) return itemRuleProblems(name, args, known);
  const inner = args.flatMap((part) => ruleProblems(part, known));
  return comparisons.has(name) ? [...inner, ...comparisonProblems(args, known)] : inner;
}

function itemRuleProblems(name: string, args: readonly JsonValue[], known: KnownQuestions): readonly string[] {
  const field = questionIn(args[0], known);
  if (field?.type !== 'repeat') return [`"${name}" takes a repeat that is asked before this one`];
  return ruleProblems(args[1] ?? null, knownInside(field.fields));
}

function comparisonProblems(args: readonly JsonValue[], known: KnownQuestions): readonly string[] {
  const fields = args.flatMap((part) => questionIn(part, known) ?? []);
  const literals = args.flat().filter((part) => !isJsonObject(part));
  return fields.flatMap((field) =>
    literals
      .filter((literal) => !canBe(field, literal))
      .map((literal) => `${JSON.stringify(literal)} can never be the answer to "${field.id}"`),
  );
}

function questionIn(rule: JsonValue | undefined, known: KnownQuestions): Field | undefined {
  const operation = isJsonObject(rule) ? operationOf(rule) : undefined;
  return operation?.name === 'var' ? known.get(String(operation.args[0])) : undefined;
}

/** `null` stands for no answer, which every question can have. */
function canBe(field: Field, literal: JsonValue): boolean {
  if (literal === null) return true;
  switch (field.type) {
    case 'select':
    case 'multiSelect':
      return field.options.some(({ value }) => value === literal);
    case 'yesNo':
      return typeof literal === 'boolean';
    case 'number':
      return typeof literal === 'number';
    case 'personGroup':
    case 'repeat':
      return false;
    default:
      return typeof literal === 'string';
  }
}

/** The questions of one item, as a condition over items names them. */
export function knownInside(fields: readonly Field[]): KnownQuestions {
  return new Map(fields.flatMap(pathsOf));
}

/** A question's own path, and the paths of the questions in a group. */
export function pathsOf(field: Field): readonly (readonly [string, Field])[] {
  if (field.type !== 'personGroup') return [[field.id, field]];
  const inside = field.fields.flatMap(pathsOf).map(([path, inner]) => [`${field.id}.${path}`, inner] as const);
  return [[field.id, field], ...inside];
}
