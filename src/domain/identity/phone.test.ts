import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPhone, showPhone } from './phone.ts';

test.each([
  '080012345678',
  '0800-1234-5678',
  '62800 1234 5678',
  '+62 800-1234-5678',
  '+62 (0)800 1234 5678',
  '0062 80012345678',
  '０８００１２３４５６７８',
])('%s is the number +6280012345678', (typed) => {
  expect(readPhone(typed)).toBe('+6280012345678');
});

test.each([
  '',
  '021-5555555',
  '8000000000',
  '0800',
  '08000000000000000',
  '+1 800 000 0000',
  '0800x000000',
  '+62 21 5555555',
])('"%s" is no mobile number', (typed) => {
  expect(readPhone(typed)).toBeNull();
});

test('every number comes back from every way of writing it, and reads back as people write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('0', '62', '+62', '+62 '), (rest, prefix) => {
      const local = `800${String(rest).padStart(8, '0')}`;
      const e164 = readPhone(`${prefix}${local.slice(0, 3)}-${local.slice(3)}`);
      expect(e164).toBe(`+62${local}`);
      expect(readPhone(e164 ?? '')).toBe(e164);
      expect(readPhone(showPhone(e164 ?? ''))).toBe(e164);
    }),
  );
});

test('anything that is no number is shown as it is', () => {
  expect(showPhone('tidak ada')).toBe('tidak ada');
  expect(showPhone('+6280000000000')).toBe('0800-0000-0000');
});
