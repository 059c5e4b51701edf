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

test('a file larger than any photo is refused by its size, before it is read (C25)', async () => {
  const file = new Blob([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])]);
  const large = Object.assign(file, { arrayBuffer: () => Promise.reject(new Error('read')) });
  Object.defineProperty(large, 'size', { value: 200_000_000 });
  expect(await readFile(large, limits)).toEqual({ kind: 'refused', reason: 'too-large' });
});

test('a file that changes or goes while it is read is called unreadable, never half a paper (F80)', async () => {
  const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);
  const unreadable = { kind: 'refused', reason: 'unreadable' } as const;
  const gone = Object.assign(new Blob([photo]), {
    arrayBuffer: () => Promise.reject(new DOMException('The file could not be read.', 'NotReadableError')),
  });
  expect(await readFile(gone, limits)).toEqual(unreadable);
  const shorter = Object.assign(new Blob([photo]), { arrayBuffer: () => Promise.resolve(photo.slice(0, 5).buffer) });
  expect(await readFile(shorter, limits)).toEqual(unreadable);
  const inCloud = Object.assign(new Blob([photo]), { slice: () => gone });
  expect(await readFile(inCloud, limits)).toEqual(unreadable);
});
