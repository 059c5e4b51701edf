import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from './parse-number.ts';

test.each([
  ['1250000', 1_250_000],
  ['1.250.000', 1_250_000],
  ['1.250.000,50', 1_250_000.5],
  ['Rp 15.000', 15_000],
  ['Rp. 15.000,00', 15_000],
  ['2,5', 2.5],
  ['2.5', 2.5],
  ['1,250,000', 1_250_000],
  ['1,250.75', 1250.75],
  ['-3', -3],
  ['007', 7],
  [' 1 250 ', 1250],
  ['１２', 12],
])('a number written as %s is understood', (typed, value) => {
  expect(parseNumber(typed)).toBe(value);
});

test.each(['', 'dua', '1.2.3', '1e5', '0x10', 'Infinity', '--1', '1,2,3', '12a', '9'.repeat(30)])(
  'nothing is guessed from "%s"',
  (typed) => {
    expect(parseNumber(typed)).toBeNull();
  },
);

test('a whole number comes back from Indonesian writing, with and without points', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(parseNumber(String(value))).toBe(value + 0);
      expect(parseNumber(value.toLocaleString('id-ID').replace('−', '-'))).toBe(value + 0);
    }),
  );
});

test('any text gives a number that JSON can say exactly, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const value = parseNumber(text);
      if (value !== null) expect(Object.is(JSON.parse(JSON.stringify(value)), value)).toBe(true);
    }),
  );
});
