import type { DecodedPhoto } from './decode-photo.ts';
import { jpegExif } from '#domain/document/metadata/jpeg-exif.ts';
import { jpegSegments } from '#domain/document/metadata/jpeg-segments.ts';
import type { PhotoSize } from '#domain/document/metadata/photo-size.ts';
import { firstSideways } from '#domain/document/metadata/exif-orientation.ts';

/** A JPEG lies in blocks of 8 x 8 pixels, and a decoder can make fewer of each. */
const blockSide = 8;

/**
 * A large JPEG, never larger in memory than it is needed: 2,500 pixels of 4,000 take 19 MB instead of 48. Its Exif is
 * not shown to the decoder, so that no release of a browser can turn it twice or not at all.
 * @param size as it is looked at
 * @param longSide the least that is needed
 * @returns null where the browser has no such decoder, or there is nothing to gain
 */
export async function decodeScaled(
  file: Blob,
  bytes: ArrayBuffer,
  size: PhotoSize,
  longSide: number,
): Promise<DecodedPhoto | null> {
  const most = Math.max(size.width, size.height);
  const kept = Math.ceil((longSide * blockSide) / most);
  const view = new Uint8Array(bytes);
  const segments = jpegSegments(view);
  if (kept >= blockSide || segments === null || !('ImageDecoder' in globalThis)) return null;
  const exif = jpegExif(view, segments);
  if (exif.segments.length > 1) return null;
  const [part] = exif.segments;
  const shown = part === undefined ? file : new Blob([file.slice(0, part.start), file.slice(part.end)]);
  const scaled = (side: number): number => Math.ceil((side * kept) / blockSide);
  const [width, height] = [scaled(size.width), scaled(size.height)];
  const isSideways = exif.orientation >= firstSideways;
  const decoder = new ImageDecoder({
    data: shown.stream(),
    type: 'image/jpeg',
    desiredWidth: isSideways ? height : width,
    desiredHeight: isSideways ? width : height,
  });
  try {
    const { image } = await decoder.decode();
    // A frame that is drawn stays in the browser's cache of pictures; a bitmap goes when it is closed.
    const bitmap = await createImageBitmap(image).finally(() => image.close());
    const turned = isSideways ? { width: bitmap.height, height: bitmap.width } : bitmap;
    return { bitmap, width: turned.width, height: turned.height, orientation: exif.orientation };
  } finally {
    decoder.close();
  }
}
