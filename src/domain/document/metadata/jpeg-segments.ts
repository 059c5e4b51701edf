export interface JpegSegment {
  readonly marker: number;
  /** Of the 0xff before the marker. */
  readonly start: number;
  /** After its last byte; the compressed picture that follows a start of scan belongs to it. */
  readonly end: number;
}

export const jpegMarker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  comment: 0xfe,
} as const;

/**
 * The parts of a JPEG from its start to its end of image; what a camera hangs on behind that (a film, a depth map, a
 * second picture) is none. A file that breaks off in the picture ends with that part.
 * https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1
 * @returns null when it is no JPEG, or breaks off before there is a picture
 */
export function jpegSegments(bytes: Uint8Array): readonly JpegSegment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== jpegMarker.startOfImage) return null;
  const segments: JpegSegment[] = [{ marker: jpegMarker.startOfImage, start: 0, end: 2 }];
  let at = 2;
  while (at < bytes.length) {
    const segment = segmentAt(bytes, at);
    if (segment === null) break;
    segments.push(segment);
    if (segment.marker === jpegMarker.endOfImage) break;
    at = segment.end;
  }
  return segments.some(({ marker }) => marker === jpegMarker.startOfScan) ? segments : null;
}

function segmentAt(bytes: Uint8Array, from: number): JpegSegment | null {
  if (bytes[from] !== 0xff) return null;
  let at = from + 1;
  // Any marker may be preceded by fill bytes.
  while (bytes[at] === 0xff) at += 1;
  const marker = bytes[at];
  if (marker === undefined || marker === 0) return null;
  const start = at - 1;
  at += 1;
  if (marker === jpegMarker.endOfImage || isAlone(marker)) return { marker, start, end: at };
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  const end = at + length;
  if (length < 2 || end > bytes.length) return null;
  return { marker, start, end: marker === jpegMarker.startOfScan ? endOfScan(bytes, end) : end };
}

/** Markers without a length: restarts, and TEM. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    const isPicture = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isPicture && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + (isPicture ? 2 : 1));
  }
  return bytes.length;
}
