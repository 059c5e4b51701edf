import { joinBytes } from './join-bytes.ts';
import { exifOrientation, isExif, orientationSegment } from './exif-orientation.ts';
import { jpegMarker, jpegSegments, type JpegSegment } from './jpeg-segments.ts';

const app1 = 0xe1;
const app2 = 0xe2;
const app14 = 0xee;
const app15 = 0xef;
/** With its marker, its length, and a preview of 0 by 0. */
const jfifBytes = 18;

/**
 * Takes everything out of a JPEG that is not its picture: place, time, phone, comments, previews, and what hangs on
 * behind its end. The compressed picture stays bit for bit; so do the colour profile, and which way up it is.
 * @returns null when it is no JPEG that can be read
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const segments = jpegSegments(bytes);
  if (segments === null) return null;
  const parts: Uint8Array[] = [];
  for (const segment of segments) {
    const part = bytes.subarray(segment.start, segment.end);
    const content = part.subarray(4);
    if (segment.marker === app1 && isExif(content)) {
      const orientation = exifOrientation(content);
      if (orientation !== 1) parts.push(orientationSegment(orientation));
    } else if (segment.marker === jpegMarker.app0 && startsWith(content, 'JFIF\0')) parts.push(plainHead(part));
    else if (isPicture(segment, content)) parts.push(part);
  }
  return joinBytes(parts);
}

/** How large a dot is, without the preview that may follow: it may show more than the picture does. */
function plainHead(part: Uint8Array): Uint8Array {
  const head = part.slice(0, jfifBytes);
  if (head.length < jfifBytes) return new Uint8Array();
  head.set([0, jfifBytes - 2], 2);
  head.set([0, 0], jfifBytes - 2);
  return head;
}

function isPicture({ marker }: JpegSegment, content: Uint8Array): boolean {
  if (marker === jpegMarker.comment) return false;
  if (marker < jpegMarker.app0 || marker > app15) return true;
  if (marker === jpegMarker.app0) return false;
  // How the colours are meant: without these two a decoder shows others.
  if (marker === app2) return startsWith(content, 'ICC_PROFILE\0');
  return marker === app14 && startsWith(content, 'Adobe');
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}
