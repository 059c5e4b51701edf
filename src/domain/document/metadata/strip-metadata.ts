import type { MediaType } from '#domain/service/definition.ts';
import { pngChunks, webpChunks } from './chunks.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

/**
 * Takes place, time and phone out of a photo without touching its picture. A PDF stays as it is, and so does what only
 * looks like a photo from its first bytes: nothing is lost over it.
 */
export function stripMetadata(bytes: ArrayBuffer, mediaType: MediaType): ArrayBuffer {
  return withoutMetadata(bytes, mediaType) ?? bytes;
}

/** The same; null when the file is not put together as its kind is, so that nobody can say what is in it. */
export function withoutMetadata(bytes: ArrayBuffer, mediaType: MediaType): ArrayBuffer | null {
  const view = new Uint8Array(bytes);
  const stripped =
    mediaType === 'image/jpeg'
      ? stripJpeg(view)
      : mediaType === 'image/png'
        ? stripPng(view)
        : mediaType === 'image/webp'
          ? stripWebp(view)
          : null;
  return stripped?.buffer ?? null;
}

/** An Exif outside of a JPEG may say which way up the photo is, and goes whole: such a photo has to be drawn anew. */
export function mayBeTurned(bytes: ArrayBuffer, mediaType: MediaType): boolean {
  const view = new Uint8Array(bytes);
  const chunks = mediaType === 'image/png' ? pngChunks(view) : mediaType === 'image/webp' ? webpChunks(view) : null;
  return chunks?.some(({ name }) => name.toLowerCase() === 'exif') ?? false;
}
