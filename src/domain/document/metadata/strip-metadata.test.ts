import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNoise, makePhoto } from '#tests/e2e/samples/photo.ts';
import { makePdf, makePng } from '#tests/e2e/samples/papers.ts';
import { ascii, bytesOf, withCameraMetadata } from '#tests/fixtures/camera-file.ts';
import { photoSize } from './photo-size.ts';
import { stripMetadata } from './strip-metadata.ts';

const copyOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const png = Uint8Array.from(makePng(40, 90));

function pngChunk(name: string, content: readonly number[]): Uint8Array {
  // Nobody here looks at the checksum.
  return Uint8Array.from([0, 0, 0, content.length, ...ascii(name), ...content, 1, 2, 3, 4]);
}

function webp(...chunks: readonly (readonly [string, readonly number[]])[]): Uint8Array {
  const body = chunks.flatMap(([name, content]) => [
    ...ascii(name),
    content.length,
    0,
    0,
    0,
    ...content,
    ...(content.length % 2 === 1 ? [0] : []),
  ]);
  return Uint8Array.from([...ascii('RIFF'), body.length + 4, 0, 0, 0, ...ascii('WEBP'), ...body]);
}

describe('a photo without its metadata', () => {
  it('as a PNG has no words, no time and no Exif, and the same picture', () => {
    const head = 8 + 25;
    const dressed = bytesOf([
      png.subarray(0, head),
      pngChunk('tEXt', ascii('Author\0KANARI')),
      pngChunk('eXIf', [1, 2, 3]),
      pngChunk('tIME', [7, 234, 1, 1, 1, 1, 1]),
      png.subarray(head),
      Uint8Array.from(ascii('kanari-behind')),
    ]);
    expect(new Uint8Array(stripMetadata(dressed.buffer, 'image/png'))).toEqual(png);
  });

  it('as a WebP has no Exif and no XMP, and does not say that it has', () => {
    const size = [39, 0, 0, 19, 0, 0];
    const dressed = webp(
      ['VP8X', [0x1c, 0, 0, 0, ...size]],
      ['VP8L', [1, 2, 3]],
      ['EXIF', ascii('place')],
      ['XMP ', ascii('words!')],
    );
    const plain = webp(['VP8X', [0x10, 0, 0, 0, ...size]], ['VP8L', [1, 2, 3]]);
    expect(new Uint8Array(stripMetadata(copyOf(dressed), 'image/webp'))).toEqual(plain);
    expect(photoSize(dressed, 'image/webp')).toEqual({ width: 40, height: 20 });
  });

  it('is not asked of a PDF, which stays as it is', () => {
    const pdf = copyOf(makePdf('surat'));
    expect(stripMetadata(pdf, 'application/pdf')).toBe(pdf);
  });

  it('is the file as it was where the bytes are none that can be read: nothing is lost', () => {
    const types = fc.constantFrom('image/jpeg' as const, 'image/png' as const, 'image/webp' as const);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), types, (bytes, mediaType) => {
        const kept = new Uint8Array(stripMetadata(copyOf(bytes), mediaType));
        expect(kept.length).toBeGreaterThan(0);
        photoSize(bytes, mediaType);
      }),
    );
  });

  it('done twice is done once', () => {
    for (const [bytes, mediaType] of [
      [makePhoto(9000, 3), 'image/jpeg'],
      [png, 'image/png'],
    ] as const) {
      const once = stripMetadata(copyOf(bytes), mediaType);
      expect(new Uint8Array(stripMetadata(once, mediaType))).toEqual(new Uint8Array(once));
    }
  });
});

describe('the size of a photo before it is decoded', () => {
  it('is told from the head', () => {
    const photo = Uint8Array.from(makePhoto(20_000, 1));
    expect(photoSize(photo, 'image/jpeg')).toEqual({ width: 2048, height: 24 });
    expect(photoSize(withCameraMetadata(photo, 3), 'image/jpeg')).toEqual({ width: 2048, height: 24 });
    expect(photoSize(withCameraMetadata(photo, 6), 'image/jpeg')).toEqual({ width: 24, height: 2048 });
    expect(photoSize(png, 'image/png')).toEqual({ width: 40, height: 40 });
  });

  it('is not made up', () => {
    expect(photoSize(Uint8Array.from(makeNoise(10, 1)), 'image/jpeg')).toBeNull();
    expect(photoSize(Uint8Array.from(makeNoise(10, 1)), 'image/png')).toBeNull();
    expect(photoSize(Uint8Array.from(makeNoise(10, 1)), 'image/webp')).toBeNull();
  });
});
