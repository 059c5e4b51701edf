import type { PhotoSize } from '#domain/document/metadata/photo-size.ts';
import type { MediaType } from '#domain/service/definition.ts';
import { decodeScaled } from './decode-scaled.ts';

/** 64 million pixels take 256 MB while they are decoded; a phone with 2 GB ends the page over more. */
const mostPixels = 64_000_000;

export interface DecodedPhoto {
  /** Whoever has it closes it. */
  readonly bitmap: ImageBitmap;
  /** As it is looked at. */
  readonly width: number;
  readonly height: number;
  /** How the bitmap lies, as Exif says it: 1 is the right way up. */
  readonly orientation: number;
}

export interface PhotoFile {
  /** The same twice: what is read by reference needs no second copy. */
  readonly file: Blob;
  readonly bytes: ArrayBuffer;
  readonly mediaType: MediaType;
  /** As its head says, null when it does not. */
  readonly size: PhotoSize | null;
}

/**
 * @param longSide what is needed of it; null: all of it
 * @returns null when this browser can't decode it, or should not
 */
export async function decodePhoto(photo: PhotoFile, longSide: number | null): Promise<DecodedPhoto | null> {
  const { file, bytes, mediaType, size } = photo;
  if (size !== null && size.width * size.height > mostPixels) return null;
  if (size !== null && longSide !== null && mediaType === 'image/jpeg') {
    const scaled = await decodeScaled(file, bytes, size, longSide).catch(() => null);
    if (scaled !== null) return scaled;
  }
  return await decodeWhole(photo, longSide);
}

/** Where there is no decoder that makes less of it. */
async function decodeWhole({ file, mediaType, size }: PhotoFile, longSide: number | null) {
  const scale = size === null || longSide === null ? 1 : longSide / Math.max(size.width, size.height);
  try {
    const bitmap = await createImageBitmap(new Blob([file], { type: mediaType }), {
      imageOrientation: 'from-image',
      // One side only: the other follows, so that a browser that turns it later than others can't distort it.
      ...(size !== null && scale < 1 && { resizeWidth: Math.round(size.width * scale), resizeQuality: 'high' }),
    });
    return { bitmap, width: bitmap.width, height: bitmap.height, orientation: 1 };
  } catch {
    return null;
  }
}
