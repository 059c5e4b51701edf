import type { MediaType } from '#domain/service/definition.ts';
import { webpChunks } from './chunks.ts';
import { firstSideways } from './exif-orientation.ts';
import { jpegExif } from './jpeg-exif.ts';
import { jpegSegments } from './jpeg-segments.ts';

export interface PhotoSize {
  readonly width: number;
  readonly height: number;
}

/** In pixels, as it is looked at; asked before it is decoded, because it may not fit into a small phone. Null: not said. */
export function photoSize(bytes: Uint8Array, mediaType: MediaType): PhotoSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (mediaType) {
    case 'image/jpeg':
      return jpegSize(bytes, view);
    case 'image/png':
      return bytes.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/webp':
      return webpSize(bytes, view);
    case 'application/pdf':
      return null;
  }
}

function jpegSize(bytes: Uint8Array, view: DataView): PhotoSize | null {
  const segments = jpegSegments(bytes) ?? [];
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (frame === undefined || frame.end - frame.start < 9) return null;
  const [height, width] = [view.getUint16(frame.start + 5), view.getUint16(frame.start + 7)];
  return jpegExif(bytes, segments).orientation >= firstSideways ? { width: height, height: width } : { width, height };
}

/** SOF0 to SOF15; the other three of the row are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function webpSize(bytes: Uint8Array, view: DataView): PhotoSize | null {
  const first = webpChunks(bytes)?.[0];
  if (first === undefined || first.end - first.start < 18) return null;
  const content = first.start + 8;
  if (first.name === 'VP8X') return { width: 1 + uint24(view, content + 4), height: 1 + uint24(view, content + 7) };
  if (first.name === 'VP8L') {
    const bits = view.getUint32(content + 1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  return {
    width: view.getUint16(content + 6, true) & 0x3fff,
    height: view.getUint16(content + 8, true) & 0x3fff,
  };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
