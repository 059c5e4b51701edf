import jsonLogic from 'json-logic-js';
import type { Condition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { isJsonArray, isJsonObject } from './json-object.ts';

/** Operations that a condition may use, with how many arguments each takes. `log` prints answers: it is not here. */
const operations: Readonly<Record<string, readonly [least: number, most: number]>> = {
  var: [1, 1],
  '==': [2, 2],
  '===': [2, 2],
  '!=': [2, 2],
  '!==': [2, 2],
  '>': [2, 2],
  '>=': [2, 2],
  '<': [2, 3],
  '<=': [2, 3],
  '!': [1, 1],
  '!!': [1, 1],
  and: [1, 20],
  or: [1, 20],
  if: [3, 21],
  in: [2, 2],
  some: [2, 2],
  all: [2, 2],
  none: [2, 2],
  '+': [1, 20],
  '-': [1, 2],
  '*': [2, 20],
  '/': [2, 2],
  '%': [2, 2],
};
const deepestRule = 20;

/** One operation of a rule: its name and its arguments, always as a list. */
export function operationOf(
  rule: JsonObject,
): { readonly name: string; readonly args: readonly JsonValue[] } | undefined {
  const [name, ...others] = Object.keys(rule);
  if (name === undefined || others.length > 0) return undefined;
  const value = rule[name];
  if (value === undefined) return undefined;
  return { name, args: isJsonArray(value) ? value : [value] };
}

function argumentProblem(value: JsonValue, depth: number): string | null {
  if (depth > deepestRule) return `is nested deeper than ${deepestRule} levels`;
  const parts = isJsonArray(value) ? value : null;
  if (parts === null && !isJsonObject(value)) return null;
  if (parts === null && isJsonObject(value)) return operationProblem(value, depth);
  for (const part of parts ?? []) {
    const problem = argumentProblem(part, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}

function operationProblem(rule: JsonObject, depth: number): string | null {
  const operation = operationOf(rule);
  if (operation === undefined) return 'an operation is an object with exactly one member';
  const arity = Object.hasOwn(operations, operation.name) ? operations[operation.name] : undefined;
  if (arity === undefined) return `"${operation.name}" is not an operation that conditions may use`;
  const [least, most] = arity;
  if (operation.args.length < least || operation.args.length > most) {
    return `"${operation.name}" takes ${least === most ? least : `${least} to ${most}`} arguments`;
  }
  if (operation.name === 'var' && typeof operation.args[0] !== 'string') return '"var" takes the id of a question';
  return argumentProblem([...operation.args], depth + 1);
}

/** Why the rule can't be used, for the person who writes it; null when it can. */
export function conditionProblem(rule: Condition): string | null {
  if (typeof rule === 'boolean') return null;
  if (!isJsonObject(rule)) return 'a condition is true, false or an object with one operation';
  return operationProblem(rule, 0);
}

/**
 * Whether something is to be shown. A rule that can't be used shows it: a question too many is a nuisance, a
 * question lost is a refused application.
 * @param scope answers that the rule may look at; must not have a prototype
 */
export function holds(rule: Condition | undefined, scope: JsonObject): boolean {
  if (rule === undefined) return true;
  if (typeof rule === 'boolean') return rule;
  if (conditionProblem(rule) !== null || !jsonLogic.is_logic(rule)) return true;
  try {
    return jsonLogic.truthy(jsonLogic.apply(rule, scope));
  } catch {
    return true;
  }
}
