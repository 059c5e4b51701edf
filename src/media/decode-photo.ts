/** 64 million pixels take 256 MB while they are decoded; a phone with 2 GB ends the page over more. */
const mostPixels = 64_000_000;

/**
 * The photo as it is looked at: turned by its Exif orientation. The caller closes it.
 * @param pixels as its head says, null when it does not
 * @returns null when this browser can't decode it, or should not
 */
export async function decodePhoto(file: Blob, pixels: number | null): Promise<ImageBitmap | null> {
  if (pixels !== null && pixels > mostPixels) return null;
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}
