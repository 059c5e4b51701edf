import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '#domain/form/condition.ts';
import type { Field } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { boundsOf } from './constraint.ts';
import { ExpressionProblem, parseExpression } from './expression.ts';
import { conditionOf } from './relevant.ts';

const label = { id: 'X' };
const options = ['ya', 'tidak', '1'].map((value) => ({ value, label }));
const questions: Readonly<Record<string, Field>> = {
  umur: { id: 'umur', type: 'number', label },
  batas: { id: 'batas', type: 'number', label },
  pilih: { id: 'pilih', type: 'select', label, options },
  banyak: { id: 'banyak', type: 'multiSelect', label, options },
  nama: { id: 'nama', type: 'text', label },
  setuju: { id: 'setuju', type: 'yesNo', label },
};
const find = (name: string) => {
  const field = questions[name];
  if (field === undefined) throw new ExpressionProblem(`looks at \${${name}}`);
  return { path: field.id, field };
};
const problemOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof ExpressionProblem) return error.message;
    throw error;
  }
  return '';
};

test.each<[source: string, rule: JsonValue]>([
  ["${pilih} = 'ya'", { '==': [{ var: 'pilih' }, 'ya'] }],
  ["${pilih}='ya'", { '==': [{ var: 'pilih' }, 'ya'] }],
  ['${pilih} = ‘ya’', { '==': [{ var: 'pilih' }, 'ya'] }],
  ['"ya" = ${ pilih }', { '==': [{ var: 'pilih' }, 'ya'] }],
  ['${pilih} = 1', { '==': [{ var: 'pilih' }, '1'] }],
  ["${umur} = '7'", { '==': [{ var: 'umur' }, 7] }],
  ["${nama} != ''", { '!=': [{ var: 'nama' }, null] }],
  ["${setuju} = 'OK'", { '==': [{ var: 'setuju' }, true] }],
  ["selected(${pilih}, 'ya')", { '==': [{ var: 'pilih' }, 'ya'] }],
  ["not(selected(${banyak}, 'ya'))", { '!': [{ in: ['ya', { var: 'banyak' }] }] }],
  ['${umur} >= 17', { '>=': [{ var: 'umur' }, 17] }],
  ['17 <= ${umur}', { '>=': [{ var: 'umur' }, 17] }],
  ['${umur} < 17', { and: [{ '!=': [{ var: 'umur' }, null] }, { '<': [{ var: 'umur' }, 17] }] }],
  ['${umur} > -1.5', { and: [{ '!=': [{ var: 'umur' }, null] }, { '>': [{ var: 'umur' }, -1.5] }] }],
  ['string-length(${nama}) > 0', { '!=': [{ var: 'nama' }, null] }],
  ['string-length(${nama}) = 0', { '==': [{ var: 'nama' }, null] }],
  [
    "${pilih} = 'ya' and (${umur} > 1 or true()) and not(false())",
    { and: [{ '==': [{ var: 'pilih' }, 'ya'] }, { or: [{ '>': [{ var: 'umur' }, 1] }, true] }, { '!': [false] }] },
  ],
])('%s', (source, rule) => {
  expect(conditionOf(source, find)).toEqual(rule);
});

test.each<[source: string, says: RegExp]>([
  ['', /ends too early/],
  ["${pilih} = 'ya", /can't be read from/],
  ["(${pilih} = 'ya'", /ends too early/],
  ["${pilih} = 'ya')", /has "\)" where/],
  ["${pilih} == 'ya'", /has "=" where/],
  ["/data/pilih = 'ya'", /walks a path with "\/"/],
  ["../pilih = 'ya'", /walks a path/],
  ['${umur} + 1 > 3', /calculates with "\+"/],
  ['-${umur} > 3', /calculates with "-"/],
  ['count-selected(${banyak}) > 1', /compares no question|count-selected/],
  ["jr:choice-name(${pilih}, 'x') = 'y'", /compares no question/],
  ["pulldata('a', 'b', 'c', 'd')", /uses pulldata\(\)/],
  ['${umur}', /alone for yes or no/],
  ["'ya'", /alone for yes or no/],
  ['. > 3', /compares no question/],
  ['${entah} = 1', /looks at \$\{entah\}/],
  ['${nama} < 3', /order of "nama", which is no number/],
  ["${umur} = 'ya'", /compares the number "umur"/],
  ["${setuju} = 'ya'", /something else than 'OK'/],
  ["${banyak} = 'ya'", /use selected/],
  ['${umur} > today()', /no plain text or number/],
  ['string-length(${nama}) > 5', /counts characters/],
  ['('.repeat(30), /nested deeper/],
  ['not('.repeat(30), /nested deeper/],
  ["${pilih} = 'ya' or ".repeat(200), /longer than/],
])('%s is refused, and it is said why', (source, says) => {
  expect(problemOf(() => conditionOf(source, find))).toMatch(says);
});

/** XPath 1.0 over answers, written apart: a missing answer is '', which is no number. */
function byXPath(source: string, answers: JsonObject): boolean {
  const read = (name: string) => answers[name] ?? '';
  const value = (text: string) => (text.startsWith('${') ? read(text.slice(2, -1)) : text.replaceAll("'", ''));
  const [, left = '', operator = '', right = ''] = /^(\S+) (\S+) (\S+)$/.exec(source) ?? [];
  const [a, b] = [String(value(left)), String(value(right))];
  const [x, y] = [a === '' ? Number.NaN : Number(a), b === '' ? Number.NaN : Number(b)];
  switch (operator) {
    case '=':
      return Number.isNaN(y) ? a === b : x === y;
    case '!=':
      return Number.isNaN(y) ? a !== b : x !== y;
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    default:
      return x >= y;
  }
}

test('a condition holds here exactly when it holds in XPath, also while nothing is answered', () => {
  const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
  const number = fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined });
  fc.assert(
    fc.property(operator, fc.integer({ min: -3, max: 3 }), fc.boolean(), number, (sign, limit, first, umur) => {
      const source = first ? `\${umur} ${sign} ${limit}` : `${limit} ${sign} \${umur}`;
      const answers: JsonObject = umur === undefined ? {} : { umur };
      expect(holds(conditionOf(source, find), answers)).toBe(byXPath(source, answers));
    }),
  );
  const choice = fc.option(fc.constantFrom('ya', 'tidak'), { nil: undefined });
  fc.assert(
    fc.property(fc.constantFrom('=', '!='), fc.constantFrom('ya', 'tidak', ''), choice, (sign, literal, pilih) => {
      const source = `\${pilih} ${sign} '${literal}'`;
      const answers: JsonObject = pilih === undefined ? {} : { pilih };
      expect(holds(conditionOf(source, find), answers)).toBe(byXPath(source, answers));
    }),
  );
});

test('any text is read or refused in words, and never anything else', () => {
  const piece = fc.constantFrom(
    '${umur}',
    "'a'",
    '1',
    '(',
    ')',
    'and',
    'or',
    'not(',
    '=',
    '<',
    '.',
    '-',
    ',',
    ' ',
    '"',
    'x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(' ')),
      ),
      (source) => {
        problemOf(() => parseExpression(source));
        problemOf(() => conditionOf(source, find));
        for (const kind of ['integer', 'decimal', 'date', 'text'] as const) problemOf(() => boundsOf(source, kind));
      },
    ),
  );
});

test.each<[source: string, kind: Parameters<typeof boundsOf>[1], bounds: JsonObject]>([
  ['. >= 0 and . <= 120', 'integer', { min: 0, max: 120 }],
  ['.>0 and .<100', 'integer', { min: 1, max: 99 }],
  ['0 < .', 'integer', { min: 1 }],
  ['(. >= -1.5)', 'decimal', { min: -1.5 }],
  ['. <= today()', 'date', { max: 'today' }],
  [". >= date('2026-01-31')", 'date', { min: '2026-01-31' }],
  ['string-length(.) = 16', 'text', { minLength: 16, maxLength: 16 }],
  ['string-length(.) > 2 and string-length(.) < 9', 'text', { minLength: 3, maxLength: 8 }],
  ["regex(., '^[0-9]{5}$')", 'text', { pattern: '^[0-9]{5}$' }],
  ["regex(., 'a|b')", 'text', { pattern: '^(?:a|b)$' }],
  ["regex(., '[a-z]+\\@[a-z]+') and string-length(.) <= 40", 'text', { pattern: '^[a-z]+@[a-z]+$', maxLength: 40 }],
])('the constraint %s of a %s', (source, kind, bounds) => {
  expect(boundsOf(source, kind)).toEqual(bounds);
});

test.each<[source: string, kind: Parameters<typeof boundsOf>[1], says: RegExp]>([
  ['. > 10.51', 'decimal', /use >= or <=/],
  ['. >= 0 or . = -1', 'integer', /is no bound/],
  ['. >= ${lain}', 'integer', /no number/],
  ['. >= 1 and . >= 2', 'integer', /says twice/],
  ['. > today()', 'date', /use >= or <=/],
  [". <= '2026-02-30'", 'date', /something else than today/],
  ["regex(., '(a+)+')", 'text', /keep a phone busy/],
  ["regex(., '(')", 'text', /no regular expression/],
  ['. != 3', 'integer', /use >= or <=/],
  ["not(selected(., 'c') and selected(., 'd'))", 'text', /is no bound/],
])('the constraint %s of a %s has no like, and it is said why', (source, kind, says) => {
  expect(problemOf(() => boundsOf(source, kind))).toMatch(says);
});
