import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resultFileName } from './result-file-name.ts';

it('keeps the words of the title, and nothing that leads to another folder', () => {
  expect(resultFileName('Surat keterangan usaha')).toBe('Surat keterangan usaha.pdf');
  expect(resultFileName('../../SK: 503/12\\a')).toBe('SK 503 12 a.pdf');
  expect(resultFileName('///')).toBe('dokumen.pdf');
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (title) => {
      expect(resultFileName(title)).toMatch(/^[^./\\:*?"<>|\n][^/\\:*?"<>|\n]*\.pdf$/u);
    }),
  );
});
