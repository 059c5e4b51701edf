import { exifOrientation, isExif } from './exif-orientation.ts';
import type { JpegSegment } from './jpeg-segments.ts';

export interface JpegExif {
  /** 1 to 8; 1 where nothing is said. */
  readonly orientation: number;
  /** Where it stands in the file; more than one is odd, and browsers differ over which counts. */
  readonly segments: readonly JpegSegment[];
}

const app1 = 0xe1;

/** What a JPEG says of which way up it is. */
export function jpegExif(bytes: Uint8Array, segments: readonly JpegSegment[]): JpegExif {
  const contentOf = ({ start, end }: JpegSegment) => bytes.subarray(start + 4, end);
  const found = segments.filter((segment) => segment.marker === app1 && isExif(contentOf(segment)));
  const said = found.map((segment) => exifOrientation(contentOf(segment)));
  return { orientation: said.find((orientation) => orientation !== 1) ?? 1, segments: found };
}
