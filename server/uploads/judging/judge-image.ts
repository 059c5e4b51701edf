import sharp from 'sharp';
import { photoSize } from '#domain/document/metadata/photo-size.ts';
import { withoutMetadata } from '#domain/document/metadata/strip-metadata.ts';
import type { ImageType, PaperVerdict } from './paper-verdict.ts';

export const mostPixels = 40_000_000;
/** A photo of 12 megapixels takes a tenth of a second. */
const longestSeconds = 5;

// Nothing that was sent by one person stays in memory for the next.
sharp.cache(false);

/**
 * Takes out of a picture what is not picture (place, time, phone, words, previews, what hangs on behind its end), and
 * decodes what is left to its last line. What an official opens holds pixels only; a picture that came so is the same
 * bit for bit.
 */
export async function judgeImage(bytes: Uint8Array, mediaType: ImageType): Promise<PaperVerdict> {
  const broken = { kind: 'refused', reason: 'image-broken' } as const;
  const size = sizeOf(bytes, mediaType);
  if (size === null || size.width === 0 || size.height === 0) return broken;
  // By its head, before anything is unpacked.
  if (size.width * size.height > mostPixels) return { kind: 'refused', reason: 'image-too-many-pixels' };
  const pixels = withoutMetadata(Uint8Array.from(bytes).buffer, mediaType);
  if (pixels === null) return broken;
  const rewritten = new Uint8Array(pixels);
  return (await isWhole(rewritten, mediaType)) ? { kind: 'fine', bytes: rewritten } : broken;
}

/** Null also where the head is too short to say it. */
function sizeOf(bytes: Uint8Array, mediaType: ImageType): ReturnType<typeof photoSize> {
  try {
    return photoSize(bytes, mediaType);
  } catch {
    return null;
  }
}

const formats: Readonly<Record<ImageType, string>> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' };

async function isWhole(bytes: Uint8Array, mediaType: ImageType): Promise<boolean> {
  try {
    const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: mostPixels, sequentialRead: true });
    const { format, pages = 1 } = await picture.metadata();
    if (format !== formats[mediaType] || pages !== 1) return false;
    await picture.greyscale().timeout({ seconds: longestSeconds }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
}
