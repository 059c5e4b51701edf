import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePhoto } from '#tests/e2e/samples/photo.ts';
import { ascii, bytesOf, cameraSecrets, segment, withCameraMetadata } from '#tests/fixtures/camera-file.ts';
import { exifOrientation } from './exif-orientation.ts';
import { jpegSegments } from './jpeg-segments.ts';
import { stripJpeg } from './strip-jpeg.ts';

const photo = Uint8Array.from(makePhoto(9_000, 1));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a JPEG without its metadata', () => {
  it('says nothing of place, phone and words, and its picture is the same bit for bit', () => {
    const stripped = stripJpeg(withCameraMetadata(photo));
    expect(stripped).toEqual(photo);
  });

  it('keeps which way up it is, and nothing else of what the camera wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), (orientation) => {
        const stripped = stripJpeg(withCameraMetadata(photo, orientation));
        expect(stripped).not.toBeNull();
        if (stripped === null) return;
        const said = jpegSegments(stripped)?.filter(({ marker }) => marker === 0xe1) ?? [];
        expect(said.map(({ start, end }) => exifOrientation(stripped.subarray(start + 4, end)))).toEqual([orientation]);
        for (const secret of cameraSecrets) expect(textOf(stripped)).not.toContain(secret);
        expect(stripped.length).toBe(photo.length + 36);
      }),
    );
  });

  it('has no application part but the three that a decoder needs, whatever a camera put in', () => {
    const part = fc.tuple(fc.integer({ min: 0xe0, max: 0xef }), fc.uint8Array({ maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const dressed = bytesOf([
          photo.subarray(0, 2),
          ...parts.map(([marker, content]) => segment(marker, [...content])),
          photo.subarray(2),
        ]);
        expect(stripJpeg(dressed)).toEqual(photo);
      }),
    );
  });

  it('keeps how its colours are meant', () => {
    const profile = segment(0xe2, [...ascii('ICC_PROFILE\0'), 1, 1, 7, 7, 7]);
    const dressed = bytesOf([photo.subarray(0, 2), profile, segment(0xe2, ascii('MPF\0')), photo.subarray(2)]);
    expect(stripJpeg(dressed)).toEqual(bytesOf([photo.subarray(0, 2), profile, photo.subarray(2)]));
  });

  it('has no preview in its head: it may show what was cut off', () => {
    const head = (preview: readonly number[]) => segment(0xe0, [...ascii('JFIF\0'), 1, 1, 1, 0, 72, 0, 72, ...preview]);
    const rest = photo.subarray(2);
    const plain = bytesOf([photo.subarray(0, 2), head([0, 0]), rest]);
    const dressed = bytesOf([photo.subarray(0, 2), head([1, 1, 7, 7, 7]), rest]);
    expect(stripJpeg(dressed)).toEqual(stripJpeg(plain));
    expect(textOf(stripJpeg(dressed) ?? new Uint8Array())).not.toContain('\x07\x07\x07');
  });

  it('that breaks off in the picture keeps what there is of it', () => {
    const cut = photo.subarray(0, photo.length - 3000);
    expect(stripJpeg(cut)).toEqual(cut);
  });

  it('is not made of bytes that are none, and no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        expect(stripJpeg(tail)).toBeNull();
        stripJpeg(Uint8Array.from([0xff, 0xd8, ...tail]));
        exifOrientation(Uint8Array.from([...ascii('Exif\0\0II*\0'), ...tail]));
      }),
    );
  });
});
