import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { patternFits, patternProblem } from './pattern.ts';

test.each<[pattern: string, longest?: number]>([
  ['^[A-Z]{2}[0-9]{2}$'],
  ['^(?:\\d{4}|\\d{6})$'],
  ['^[A-Z]{1,2} ?[0-9]{1,4} ?[A-Z]{1,3}$'],
  ["^[\\p{L} .']+$", 2_000],
  ['^[^@]+@[^@]+\\.[^@]+$'],
  ['^(?<tahun>20\\d\\d)/\\d+$'],
  ['^([0-9]{3}\\.){3}[0-9]{3}$'],
  ['RT *\\d+'],
  ['^\\[a\\(b\\)\\](?:c|[(+*])?$'],
])('%s is a pattern', (pattern, longest) => {
  expect(patternProblem(pattern, longest)).toBeNull();
});

test.each<[pattern: string, says: RegExp, longest?: number]>([
  ['(', /no regular expression/],
  ['\\-', /no regular expression/],
  [`^${'a'.repeat(500)}$`, /longer than 500/],
  ['^(a+)+$', /busy/],
  ['^(a*)*$', /busy/],
  ['^(?:a|aa)+$', /busy/],
  ['^(a|b|ab)*c$', /busy/],
  ['^(\\w+\\s?)*$', /busy/],
  ['(x+x+)+y', /busy/, 50],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', /busy/],
  ['^(a?){30}a{30}$', /busy/],
  ['(.*){1,32}[bc]', /busy/],
  ['^\\d*\\d*\\d*\\d*x$', /busy/],
  ['\\d*\\d*x', /busy/, 2_000],
  ['^(?:a{0,20000}){2}$', /busy/, 20_000],
  ['(a)\\1', /refers back/],
  ['(?<a>x)\\k<a>', /refers back/],
  ['^(?=a)', /looks ahead/],
  ['^(?!a)', /looks ahead/],
  ['(?<=a)b', /looks ahead/],
  ['(?<!a)b', /looks ahead/],
])('%s is refused', (pattern, says, longest) => {
  expect(patternProblem(pattern, longest)).toMatch(says);
});

test('every pattern on offer can be used', () => {
  const patterns = [...JSON.stringify(shippedServices).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, literal = '""']): string => JSON.parse(literal),
  );
  expect(patterns.length).toBeGreaterThan(0);
  for (const pattern of patterns) expect([pattern, patternProblem(pattern)]).toEqual([pattern, null]);
});

test('a pattern that can not be used lets every answer pass, and at once', () => {
  for (const pattern of ['(', '^(a+)+$', '^(a|a)*$']) {
    const since = performance.now();
    expect(patternFits(pattern, 200, `${'a'.repeat(199)}!`)).toBe(true);
    expect(performance.now() - since).toBeLessThan(1_000);
  }
  expect(patternFits('^a+$', 200, 'aab')).toBe(false);
});

test('whatever pattern is let through, no answer keeps it busy', () => {
  const atom = fc.constantFrom('a', 'b', '[ab]', '.', '\\w', '(?:a|b)', '(ab?)');
  const repeated = fc
    .tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,3}', '{2}', '{0,40}'))
    .map((parts) => parts.join(''));
  const sequence = fc.array(repeated, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  const group = fc
    .tuple(sequence, sequence, fc.constantFrom('*', '+', '{1,9}', ''))
    .map(([a, b, times]) => `(${a}|${b})${times}`);
  const pattern = fc.tuple(fc.constantFrom('^', ''), fc.oneof(sequence, group), fc.constantFrom('$', 'c$', 'c'));
  const answer = fc.tuple(fc.constantFrom('a', 'ab', 'b'), fc.constantFrom('', '!', 'c'));
  fc.assert(
    fc.property(pattern, answer, (parts, [letters, last]) => {
      const text = `${letters.repeat(100).slice(0, 100 - last.length)}${last}`;
      const since = performance.now();
      const fits = patternFits(parts.join(''), 100, text);
      expect(performance.now() - since).toBeLessThan(2_000);
      if (patternProblem(parts.join(''), 100) === null) expect(fits).toBe(new RegExp(parts.join(''), 'u').test(text));
    }),
    { numRuns: 500 },
  );
});
