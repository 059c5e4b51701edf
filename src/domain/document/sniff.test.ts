import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sniffMediaType } from './sniff.ts';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((character) => character.charCodeAt(0)),
    ),
  );

test.each([
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'JFIF')],
  ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0)],
  ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')],
  ['application/pdf', bytes('%PDF-1.7\n')],
  ['heic', bytes(0, 0, 0, 24, 'ftypheic')],
  ['heic', bytes(0, 0, 0, 24, 'ftypmif1')],
])('%s is known by its first bytes', (mediaType, first) => {
  expect(sniffMediaType(first)).toBe(mediaType);
});

test.each([
  ['F79: nothing', bytes()],
  ['F79: one byte', bytes(0xff)],
  ['F73: an SVG', bytes('<svg xmlns="')],
  ['F74: a page named .jpg', bytes('<!doctype html>')],
  ['F74: a picture behind a page', bytes('<p>', 0xff, 0xd8, 0xff)],
  ['a GIF', bytes('GIF89a')],
  ['a ZIP', bytes('PK', 3, 4)],
  ['another RIFF', bytes('RIFF', 1, 2, 3, 4, 'WAVE')],
  ['an AVIF', bytes(0, 0, 0, 24, 'ftypavif')],
  ['a PDF that begins later', bytes(' %PDF-1.7')],
])('%s is nothing that the office takes', (_name, first) => {
  expect(sniffMediaType(first)).toBeNull();
});

test('any bytes, also none, are looked at without a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 32 }), (first) => {
      const found = sniffMediaType(first);
      expect(found === null || first.length >= 3).toBe(true);
    }),
  );
});
