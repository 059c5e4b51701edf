import type { PhotoSize } from './metadata/photo-size.ts';

/** 64 million pixels take 256 MB while they are decoded; a phone with 2 GB ends the page over more. */
const mostPixels = 64_000_000;

/**
 * The photo as it is looked at: turned by its Exif orientation. The caller closes it.
 * @param size as its head says, null when it does not
 * @param longSide what is needed of it: decoded straight to that, it takes a quarter of the memory
 * @returns null when this browser can't decode it, or should not
 */
export async function decodePhoto(
  file: Blob,
  size: PhotoSize | null,
  longSide: number | null,
): Promise<ImageBitmap | null> {
  if (size !== null && size.width * size.height > mostPixels) return null;
  const scale = size === null || longSide === null ? 1 : longSide / Math.max(size.width, size.height);
  try {
    return await createImageBitmap(file, {
      imageOrientation: 'from-image',
      // One side only: the other follows, so that a browser that turns it later than others can't distort it.
      ...(size !== null && scale < 1 && { resizeWidth: Math.round(size.width * scale), resizeQuality: 'high' }),
    });
  } catch {
    return null;
  }
}
