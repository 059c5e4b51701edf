import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { objectStream, packedPdf, pdfObjects, plainPdf } from '#tests/fixtures/pdf.ts';
import { readFile } from './read-file.ts';

const limits = { accept: ['image/jpeg', 'application/pdf'], maxBytes: 10_000_000 } as const;
const read = (bytes: Uint8Array) => readFile(new Blob([Uint8Array.from(bytes)]), limits);

test('a PDF whose objects are packed is unpacked, counted, and kept as it is', async () => {
  const pdf = packedPdf(pdfObjects(4));
  const result = await read(pdf);
  expect(result).toMatchObject({ kind: 'read', mediaType: 'application/pdf', pageCount: 4 });
  expect(result.kind === 'read' && Buffer.from(result.bytes).equals(pdf)).toBe(true);
});

test('a photo has no pages', async () => {
  expect(await read(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toEqual({
    kind: 'read',
    mediaType: 'image/jpeg',
    bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]).buffer,
  });
});

test('what a PDF hides when it is packed is found by the unpacking of browsers too', async () => {
  expect(await read(packedPdf([...pdfObjects(1), '<< /S /JavaScript >>']))).toMatchObject({ reason: 'pdf-active' });
  const cut = (bytes: Buffer): Buffer => deflateSync(bytes).subarray(0, -5);
  expect(await read(packedPdf(pdfObjects(1), { pack: cut }))).toMatchObject({ reason: 'pdf-broken' });
  const bomb = objectStream(['<<>>'], 4, { pack: () => deflateSync(Buffer.alloc(60_000_000)) });
  expect(await read(plainPdf([...pdfObjects(1), bomb]))).toMatchObject({ reason: 'pdf-broken' });
});
