/** `constraint` as the bounds that a question can have: of a number, a day, a length, or a pattern. */
import { patternProblem } from '#domain/form/pattern.ts';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { type Comparison, type Expression, ExpressionProblem, parseExpression } from './expression.ts';

type Bounds = Readonly<Record<string, number | string>>;
type Kind = 'integer' | 'decimal' | 'date' | 'text';

/** Throws ExpressionProblem for a constraint of another shape than `. >= 0 and . <= 120`. */
export function boundsOf(source: string, kind: Kind): Bounds {
  const expression = parseExpression(source);
  const parts = expression.kind === 'both' ? expression.parts : [expression];
  const bounds: Record<string, number | string> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(boundOf(part, kind))) {
      if (Object.hasOwn(bounds, name)) throw new ExpressionProblem(`says twice what the ${name} is`);
      bounds[name] = value;
    }
  }
  return bounds;
}

function boundOf(part: Expression, kind: Kind): Bounds {
  if (part.kind === 'call' && part.name === 'regex' && kind === 'text') return patternBound(part.args);
  if (part.kind !== 'compare') throw notABound();
  const { operator, left, right } = part;
  if (left.kind === 'number' || (left.kind === 'text' && kind === 'date')) return boundOf(turned(part), kind);
  if (kind === 'text' && left.kind === 'call' && left.name === 'string-length' && left.args[0]?.kind === 'self') {
    return lengthBound(operator, right);
  }
  if (left.kind !== 'self') throw notABound();
  if (kind === 'date') return dayBound(operator, right);
  if (kind === 'text') throw notABound();
  return numberBound(operator, right, kind);
}

const mirrored = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function turned({ operator, left, right }: Comparison): Comparison {
  return { kind: 'compare', operator: mirrored[operator], left: right, right: left };
}

function numberBound(operator: Comparison['operator'], right: Expression, kind: 'integer' | 'decimal'): Bounds {
  if (right.kind !== 'number') throw new ExpressionProblem('compares the answer with something that is no number');
  const { value } = right;
  if (operator === '>=') return { min: value };
  if (operator === '<=') return { max: value };
  if (kind === 'integer' && operator === '>') return { min: Math.floor(value) + 1 };
  if (kind === 'integer' && operator === '<') return { max: Math.ceil(value) - 1 };
  throw new ExpressionProblem(`uses "${operator}", which a bound here can't say: use >= or <=`);
}

function lengthBound(operator: Comparison['operator'], right: Expression): Bounds {
  if (right.kind !== 'number' || !Number.isInteger(right.value)) throw notABound();
  const { value } = right;
  switch (operator) {
    case '=':
      return { minLength: value, maxLength: value };
    case '>=':
      return { minLength: value };
    case '>':
      return { minLength: value + 1 };
    case '<=':
      return { maxLength: value };
    case '<':
      return { maxLength: value - 1 };
    case '!=':
      throw notABound();
  }
}

function dayBound(operator: Comparison['operator'], right: Expression): Bounds {
  const day = dayIn(right);
  if (operator === '>=') return { min: day };
  if (operator === '<=') return { max: day };
  throw new ExpressionProblem(`uses "${operator}", which a bound of a day here can't say: use >= or <=`);
}

/** `today()`, `'2026-11-26'` or `date('2026-11-26')`. */
function dayIn(expression: Expression): string {
  if (expression.kind === 'call' && expression.name === 'today' && expression.args.length === 0) return 'today';
  const inner = expression.kind === 'call' && expression.name === 'date' ? expression.args[0] : expression;
  if (inner?.kind === 'text' && isIsoDate(inner.value)) return inner.value;
  throw new ExpressionProblem("compares the day with something else than today() or a date ('2026-11-26')");
}

/** In XPath the whole answer has to match. Escapes that JavaScript does not know are taken out where they mean nothing. */
function patternBound([answer, pattern]: readonly Expression[]): Bounds {
  if (answer?.kind !== 'self' || pattern?.kind !== 'text') throw notABound();
  const written = pattern.value.replace(/\\([^A-Za-z0-9^$\\.*+?()[\]{}|/-])/g, '$1');
  const inner = /^\^(.*)\$$/.exec(written)?.[1] ?? written;
  const whole = inner.includes('|') ? `^(?:${inner})$` : `^${inner}$`;
  const problem = patternProblem(whole);
  if (problem !== null) throw new ExpressionProblem(`has a pattern that ${problem}`);
  return { pattern: whole };
}

function notABound(): ExpressionProblem {
  return new ExpressionProblem(
    "is no bound like . >= 0 and . <= 120, string-length(.) <= 16, regex(., '[0-9]+') or . <= today()",
  );
}
