import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDigits, cleanText, isStorableText } from './clean-text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('e', '\u0301', '\u0000', '\n', '\r', '\t', ' ', '\uD800', '\uDC00', '\u200B', 'ﬁ', '٣'),
  }),
);

test('F24: NUL, halves of emoji and other control characters leave a text that every database takes', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, lines) => {
      const cleaned = cleanText(text, lines);
      expect(isStorableText(cleaned)).toBe(true);
      expect(JSON.parse(JSON.stringify(cleaned))).toBe(cleaned);
      expect(new TextDecoder().decode(new TextEncoder().encode(cleaned))).toBe(cleaned);
    }),
  );
});

test('F24: cleaning a cleaned text changes nothing', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, lines) => {
      const once = cleanText(text, lines);
      expect(cleanText(once, lines)).toBe(once);
      expect(once).toBe(once.normalize('NFC').trim());
    }),
  );
});

test('F24: 20,000 pasted characters, emoji and right-to-left text come back as they were', () => {
  const pasted = `${'Nama 👩‍👩‍👧 شارع '.repeat(1200)}akhir`;
  expect(cleanText(pasted, true)).toBe(pasted);
});

test('accents are put together, line ends become one kind, and one line stays one line', () => {
  expect(cleanText('  Zoe\u0301\r\nAyu\t', true)).toBe('Zo\u00E9\nAyu');
  expect(cleanText('Siti\nAminah', false)).toBe('Siti Aminah');
  expect(cleanText('\u0301e\u0000\u0301', false)).toBe('\u0301\u00E9');
});

test('a text of which nothing can be seen is no answer', () => {
  expect(cleanText(' \u200B\u2060\uFEFF ', false)).toBe('');
});

test('digits keep their zeros and lose their gaps', () => {
  expect(cleanDigits('002')).toBe('002');
  expect(cleanDigits(' 9999 9901.0190-0001 ')).toBe('9999990101900001');
  expect(cleanDigits('０１２')).toBe('012');
  expect(cleanDigits('12a')).toBe('12a');
});
