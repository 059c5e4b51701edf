import { describe, expect, it } from 'vitest';
import { makePdf } from '#tests/e2e/samples/papers.ts';
import { makePhoto } from '#tests/e2e/samples/photo.ts';
import { withCameraMetadata } from '#tests/fixtures/camera-file.ts';
import { preparePaper } from './prepare-paper.ts';
import { preparePlainly } from './prepare-plainly.ts';
import { sha256Hex } from './sha256.ts';

const photo = Uint8Array.from(makePhoto(9_000, 1));
const order = { accept: ['image/jpeg', 'application/pdf'], maxBytes: 100_000, quality: 'normal' } as const;

// Node has no decoder: this is the browser that can't prepare anything.
describe.each([
  ['in the worker of a browser that can’t decode it', preparePaper],
  ['in the page, without a worker', preparePlainly],
])('a photo prepared %s', (_where, prepare) => {
  it('is not lost, and place and phone are taken out of it', async () => {
    const prepared = await prepare({ ...order, file: new Blob([withCameraMetadata(photo)]) });
    expect(prepared).toMatchObject({ kind: 'prepared', mediaType: 'image/jpeg', doubts: [] });
    if (prepared.kind !== 'prepared') return;
    expect(new Uint8Array(prepared.bytes)).toEqual(photo);
    expect(prepared.sha256).toBe(await sha256Hex(prepared.bytes));
  });

  it('is refused when it is too large to be stored', async () => {
    expect(await prepare({ ...order, maxBytes: 5_000, file: new Blob([photo]) })).toEqual({
      kind: 'refused',
      reason: 'too-large',
    });
  });

  it('leaves a PDF as it is', async () => {
    const pdf = Uint8Array.from(makePdf('surat', 3_000));
    const prepared = await prepare({ ...order, file: new Blob([pdf]) });
    expect(prepared.kind === 'prepared' ? new Uint8Array(prepared.bytes) : null).toEqual(pdf);
  });
});
