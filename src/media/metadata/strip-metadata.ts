import type { MediaType } from '#domain/service/definition.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

/**
 * Takes place, time and phone out of a photo without touching its picture. A PDF stays as it is, and so does what only
 * looks like a photo from its first bytes: nothing is lost over it.
 */
export function stripMetadata(bytes: ArrayBuffer, mediaType: MediaType): ArrayBuffer {
  const view = new Uint8Array(bytes);
  const stripped =
    mediaType === 'image/jpeg'
      ? stripJpeg(view)
      : mediaType === 'image/png'
        ? stripPng(view)
        : mediaType === 'image/webp'
          ? stripWebp(view)
          : null;
  return stripped?.buffer ?? bytes;
}
