import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped, readStatusLink, statusLink } from './status-link.ts';

const secret = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
  minLength: 26,
  maxLength: 26,
});

it('is read back from its address, and from what stands behind the "#"', () => {
  fc.assert(
    fc.property(secret, fc.integer({ min: 0, max: 999_999 }), (one, sequence) => {
      const key = { registrationNumber: `3603-2026-${String(sequence).padStart(6, '0')}`, secret: one };
      const link = statusLink('https://ajukan.example', key);
      expect(readStatusLink(link)).toEqual(key);
      expect(readStatusLink(link.slice(link.indexOf('#') + 1))).toEqual(key);
      expect(grouped(one).replaceAll('-', '')).toBe(one);
    }),
  );
});

it.each(['', '3603-2026-000001', '3603-2026-000001.short', 'https://ajukan.example/status'])('is not in %j', (text) => {
  expect(readStatusLink(text)).toBeUndefined();
});
