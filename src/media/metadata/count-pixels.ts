import type { MediaType } from '#domain/service/definition.ts';
import { webpChunks } from './chunks.ts';
import { jpegSegments } from './jpeg-segments.ts';

/** How many pixels a decoder would make of it: asked before, because they may not fit into a small phone. Null: not said. */
export function countPixels(bytes: Uint8Array, mediaType: MediaType): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (mediaType) {
    case 'image/jpeg': {
      const frame = jpegSegments(bytes)?.find(({ marker }) => isFrame(marker));
      return frame === undefined || frame.end - frame.start < 9
        ? null
        : view.getUint16(frame.start + 5) * view.getUint16(frame.start + 7);
    }
    case 'image/png':
      return bytes.length < 24 ? null : view.getUint32(16) * view.getUint32(20);
    case 'image/webp':
      return webpPixels(bytes, view);
    case 'application/pdf':
      return null;
  }
}

/** SOF0 to SOF15; the other three of the row are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function webpPixels(bytes: Uint8Array, view: DataView): number | null {
  const first = webpChunks(bytes)?.[0];
  if (first === undefined || first.end - first.start < 18) return null;
  const content = first.start + 8;
  if (first.name === 'VP8X') return (1 + uint24(view, content + 4)) * (1 + uint24(view, content + 7));
  if (first.name === 'VP8L') {
    const bits = view.getUint32(content + 1, true);
    return (1 + (bits & 0x3fff)) * (1 + ((bits >> 14) & 0x3fff));
  }
  return (view.getUint16(content + 6, true) & 0x3fff) * (view.getUint16(content + 8, true) & 0x3fff);
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
