/** The XPath that forms use in `relevant` and `constraint`, read into a tree. */

export type Expression =
  | { readonly kind: 'question'; readonly name: string }
  | { readonly kind: 'self' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'both' | 'either'; readonly parts: readonly Expression[] }
  | Comparison;

export interface Comparison {
  readonly kind: 'compare';
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
  readonly left: Expression;
  readonly right: Expression;
}

/** What can't be read, in words that go on after the place. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem';
}

const longest = 2_000;
const deepest = 20;
const token =
  /\s*(?:(\$\{\s*[\w.:-]+\s*\})|("[^"]*"|'[^']*')|(\d+(?:\.\d+)?|\.\d+)|([A-Za-z_][\w:.-]*)|(!=|<=|>=|\/\/|\.\.|[=<>(),.+*/|[\]@-]))/y;

/** Throws ExpressionProblem. */
export function parseExpression(source: string): Expression {
  if (source.length > longest) throw new ExpressionProblem(`is longer than ${longest} characters`);
  const tokens = tokensOf(source.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'));
  const parser = { tokens, at: 0, depth: 0 };
  const expression = readEither(parser);
  if (parser.at < tokens.length) throw unexpected(parser);
  return expression;
}

interface Parser {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

function tokensOf(source: string): readonly string[] {
  const tokens: string[] = [];
  let at = 0;
  const text = source.trimEnd();
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) throw new ExpressionProblem(`can't be read from "${text.slice(at, at + 20)}" on`);
    tokens.push(found[0].trim());
    at = token.lastIndex;
  }
  return tokens;
}

function readEither(parser: Parser): Expression {
  return readChain(parser, 'or', 'either', readBoth);
}

function readBoth(parser: Parser): Expression {
  return readChain(parser, 'and', 'both', readComparison);
}

function readChain(
  parser: Parser,
  word: string,
  kind: 'both' | 'either',
  readPart: (parser: Parser) => Expression,
): Expression {
  const first = readPart(parser);
  const parts = [first];
  while (taken(parser, word)) parts.push(readPart(parser));
  return parts.length === 1 ? first : { kind, parts };
}

const comparisons = ['=', '!=', '<=', '>=', '<', '>'] as const;

function readComparison(parser: Parser): Expression {
  const left = readValue(parser);
  const operator = comparisons.find((one) => taken(parser, one));
  return operator === undefined ? left : { kind: 'compare', operator, left, right: readValue(parser) };
}

function readValue(parser: Parser): Expression {
  const next = parser.tokens[parser.at];
  if (next === undefined) throw new ExpressionProblem('ends too early');
  parser.at += 1;
  if (next === '(') return readInside(parser);
  if (next === '.') return { kind: 'self' };
  if (next === '-') return readNegative(parser);
  if (next.startsWith('${')) return { kind: 'question', name: next.slice(2, -1).trim() };
  if (/^["']/.test(next)) return { kind: 'text', value: next.slice(1, -1) };
  if (/^\.?\d/.test(next)) return { kind: 'number', value: Number(next) };
  if (/^[A-Za-z_]/.test(next) && taken(parser, '(')) return readCall(parser, next);
  parser.at -= 1;
  throw unexpected(parser);
}

function readInside(parser: Parser): Expression {
  parser.depth += 1;
  if (parser.depth > deepest) throw new ExpressionProblem(`is nested deeper than ${deepest} levels`);
  const inner = readEither(parser);
  if (!taken(parser, ')')) throw unexpected(parser);
  parser.depth -= 1;
  return inner;
}

function readNegative(parser: Parser): Expression {
  const value = readValue(parser);
  if (value.kind !== 'number') throw new ExpressionProblem('calculates with "-", which conditions here do not');
  return { kind: 'number', value: -value.value };
}

function readCall(parser: Parser, name: string): Expression {
  const args: Expression[] = [];
  if (taken(parser, ')')) return { kind: 'call', name, args };
  parser.depth += 1;
  if (parser.depth > deepest) throw new ExpressionProblem(`is nested deeper than ${deepest} levels`);
  do args.push(readEither(parser));
  while (taken(parser, ','));
  if (!taken(parser, ')')) throw unexpected(parser);
  parser.depth -= 1;
  return { kind: 'call', name, args };
}

function taken(parser: Parser, expected: string): boolean {
  if (parser.tokens[parser.at] !== expected) return false;
  parser.at += 1;
  return true;
}

function unexpected({ tokens, at }: Parser): ExpressionProblem {
  const next = tokens[at];
  if (next === undefined) return new ExpressionProblem('ends too early');
  if (['+', '-', '*', 'div', 'mod'].includes(next)) {
    return new ExpressionProblem(`calculates with "${next}", which conditions here do not`);
  }
  if (['/', '//', '..', '[', '@', '|'].includes(next)) {
    return new ExpressionProblem(`walks a path with "${next}": name the question as \${name}`);
  }
  return new ExpressionProblem(`has "${next}" where nothing like it can stand`);
}
