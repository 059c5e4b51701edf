/** `relevant` said in JsonLogic: what it means in XPath, also for a question that nobody answered yet. */
import type { Field } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { type Comparison, type Expression, ExpressionProblem, parseExpression } from './expression.ts';

/** A question that a condition may look at, by the path that `var` takes where the condition stands. */
export interface Visible {
  readonly path: string;
  readonly field: Field;
}

/** Finds a question by its name in the spreadsheet. Throws ExpressionProblem when it can't be looked at. */
export type FindQuestion = (name: string) => Visible;

/** Throws ExpressionProblem for what has no like in JsonLogic, or would mean something else there. */
export function conditionOf(source: string, find: FindQuestion): JsonValue {
  return ruleOf(parseExpression(source), find);
}

function ruleOf(expression: Expression, find: FindQuestion): JsonValue {
  switch (expression.kind) {
    case 'both':
      return { and: expression.parts.map((part) => ruleOf(part, find)) };
    case 'either':
      return { or: expression.parts.map((part) => ruleOf(part, find)) };
    case 'compare':
      return comparisonRule(expression, find);
    case 'call':
      return callRule(expression.name, expression.args, find);
    case 'question':
      throw new ExpressionProblem(`takes \${${expression.name}} alone for yes or no: compare it with something`);
    case 'self':
      throw new ExpressionProblem('uses ".", which only a constraint can');
    case 'text':
    case 'number':
      throw new ExpressionProblem(`takes ${JSON.stringify(expression.value)} alone for yes or no`);
  }
}

function callRule(name: string, args: readonly Expression[], find: FindQuestion): JsonValue {
  const [first, second] = args;
  if (name === 'true' && args.length === 0) return true;
  if (name === 'false' && args.length === 0) return false;
  if (name === 'not' && first !== undefined && args.length === 1) return { '!': [ruleOf(first, find)] };
  if (name === 'selected' && first?.kind === 'question' && second?.kind === 'text' && args.length === 2) {
    const { path, field } = find(first.name);
    if (field.type === 'multiSelect') return { in: [second.value, { var: path }] };
    return equal({ path, field }, second);
  }
  throw new ExpressionProblem(`uses ${name}(), which conditions here do not have in this way`);
}

const flipped = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function comparisonRule({ operator, left, right }: Comparison, find: FindQuestion): JsonValue {
  if (left.kind === 'call' && left.name === 'string-length') return lengthRule(left.args, operator, right, find);
  if (left.kind === 'question' && right.kind === 'question')
    return betweenRule(operator, find(left.name), find(right.name));
  if (left.kind !== 'question') {
    if (right.kind !== 'question')
      throw new ExpressionProblem('compares no question (as ${name}) with a text or number');
    return comparisonRule({ kind: 'compare', operator: flipped[operator], left: right, right: left }, find);
  }
  const question = find(left.name);
  switch (operator) {
    case '=':
      return equal(question, right);
    case '!=':
      return equal(question, right, '!=');
    default:
      return orderRule(operator, question, right);
  }
}

/** `''` stands for no answer. */
function equal({ path, field }: Visible, right: Expression, operation: '==' | '!=' = '=='): JsonValue {
  if (right.kind === 'text' && right.value === '') return { [operation]: [{ var: path }, null] };
  return { [operation]: [{ var: path }, literalFor(field, right)] };
}

/** A question without answer is no number in XPath, and every order is false; in JsonLogic it counts as 0. */
function orderRule(operator: '<' | '<=' | '>' | '>=', { path, field }: Visible, right: Expression): JsonValue {
  if (field.type !== 'number') throw new ExpressionProblem(`asks for the order of "${path}", which is no number`);
  const limit = literalFor(field, right);
  const rule = { [operator]: [{ var: path }, limit] };
  const holdsAtZero = {
    '<': 0 < Number(limit),
    '<=': 0 <= Number(limit),
    '>': 0 > Number(limit),
    '>=': 0 >= Number(limit),
  };
  return holdsAtZero[operator] ? { and: [answered(path), rule] } : rule;
}

function betweenRule(operator: Comparison['operator'], a: Visible, b: Visible): JsonValue {
  if (operator === '=') return { '==': [{ var: a.path }, { var: b.path }] };
  if (operator === '!=') return { '!=': [{ var: a.path }, { var: b.path }] };
  if (a.field.type !== 'number' || b.field.type !== 'number') {
    throw new ExpressionProblem(`asks for the order of "${a.path}" and "${b.path}", which are not both numbers`);
  }
  return { and: [answered(a.path), answered(b.path), { [operator]: [{ var: a.path }, { var: b.path }] }] };
}

function answered(path: string): JsonValue {
  return { '!=': [{ var: path }, null] };
}

/** `string-length(${x}) > 0` asks whether there is an answer; other lengths JsonLogic can't say. */
function lengthRule(
  [question]: readonly Expression[],
  operator: Comparison['operator'],
  right: Expression,
  find: FindQuestion,
): JsonValue {
  const limit = right.kind === 'number' ? right.value : null;
  if (question?.kind !== 'question' || limit === null)
    throw new ExpressionProblem('uses string-length() of no question');
  const { path } = find(question.name);
  const asksForAny = (limit === 0 && (operator === '>' || operator === '!=')) || (limit === 1 && operator === '>=');
  const asksForNone = (limit === 0 && (operator === '=' || operator === '<=')) || (limit === 1 && operator === '<');
  if (asksForAny) return answered(path);
  if (asksForNone) return { '==': [{ var: path }, null] };
  throw new ExpressionProblem('counts characters, which a condition here can only do to ask whether there are any');
}

/** The text or number as the question's own answers are written. */
function literalFor(field: Field, expression: Expression): JsonValue {
  if (expression.kind !== 'text' && expression.kind !== 'number') {
    throw new ExpressionProblem(`compares "${field.id}" with something that is no plain text or number`);
  }
  const { value } = expression;
  switch (field.type) {
    case 'number':
      if (value === '' || !Number.isFinite(Number(value))) {
        throw new ExpressionProblem(`compares the number "${field.id}" with ${JSON.stringify(value)}`);
      }
      return Number(value);
    case 'yesNo':
      if (value !== 'OK') throw new ExpressionProblem(`compares "${field.id}" with something else than 'OK'`);
      return true;
    case 'multiSelect':
      throw new ExpressionProblem(`compares the choices of "${field.id}": use selected(\${…}, '…')`);
    case 'personGroup':
    case 'repeat':
      throw new ExpressionProblem(`compares the group "${field.id}"`);
    default:
      return String(value);
  }
}
