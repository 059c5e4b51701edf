import { webpChunks } from './chunks.ts';
import { joinBytes } from './join-bytes.ts';

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** In the first byte of VP8X: https://developers.google.com/speed/webp/docs/riff_container#extended_file_format */
const exifAndXmp = 0x08 | 0x04;

/** The picture bit for bit, without Exif and XMP. Null when it is no whole WebP. */
export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks = webpChunks(bytes);
  if (chunks === null) return null;
  const parts = chunks.filter(({ name }) => kept.has(name)).map(({ start, end }) => bytes.slice(start, end));
  for (const part of parts) if (part[3] === 0x58) part[8] = (part[8] ?? 0) & ~exifAndXmp;
  const stripped = joinBytes([bytes.subarray(0, 12), ...parts]);
  new DataView(stripped.buffer).setUint32(4, stripped.length - 8, true);
  return stripped;
}
