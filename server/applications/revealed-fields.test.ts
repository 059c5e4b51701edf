import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertImpersonal } from '../stores/audit-chain.ts';
import { revealedFields } from './revealed-fields.ts';

test('questions are named once, without the number of an item', () => {
  expect(revealedFields(['/nik', '/anggota/0/nik', '/anggota/11/nik'])).toBe('/nik /anggota/*/nik');
  expect(revealedFields([])).toBe('nothing');
});

test('whatever a form is called, the note fits into the audit log', () => {
  const pointer = fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(pointer, { maxLength: 30 }), (paths) => {
      const about = revealedFields(paths.map((path) => `/${path.join('/')}`));
      expect(() => assertImpersonal({ event: 'reveal', actor: null, subject: null, about })).not.toThrow();
    }),
  );
});

test('what does not fit is counted', () => {
  const many = Array.from({ length: 12 }, (_, index) => `/nik_anggota_keluarga_${'abcdefghijkl'[index]}`);
  expect(revealedFields(many)).toMatch(/^\/nik_anggota_keluarga_a .* and 9 more$/);
});
