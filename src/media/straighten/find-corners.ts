import type { Corners, PhotoPoint } from '#domain/document/corners.ts';
import { edgesOf, slopesOf } from './edges.ts';
import { findLines } from './lines.ts';
import type { Pixels } from './pixels.ts';
import { blurred, colourPlanes, withoutPrint } from './planes.ts';
import { inOrder } from '#lib/quad.ts';
import { bestQuad } from './quads.ts';
import { trackOf } from './tracks.ts';

export interface FoundCorners {
  readonly corners: Corners;
  /** 0 to 1; a photo in which something else was taken for the sheet seldom reaches `sureFrom`. */
  readonly confidence: number;
}

export const sureFrom = 0.45;

/** Enough to find a border to a pixel or two, and coarse enough to lose what is printed on a sheet. */
const coarseSide = 320;
const mostLines = 40;

/**
 * Where a sheet or a card lies in a photo; null where nothing looks like one. 640 pixels a side are enough.
 * Its border is four straight lines that the picture's edges lie on and that end where they meet.
 */
export function findCorners(pixels: Pixels): FoundCorners | null {
  const planes = colourPlanes(pixels, coarseSide).map((plane) => blurred(withoutPrint(plane)));
  const edges = edgesOf(slopesOf(planes));
  const tracks = findLines(edges, mostLines).map((line) => trackOf(edges, line));
  const best = bestQuad(tracks, edges);
  if (best === null) return null;
  const inPicture = ({ x, y }: PhotoPoint): PhotoPoint => ({
    x: Math.min(Math.max((x + 0.5) / edges.width, 0), 1),
    y: Math.min(Math.max((y + 0.5) / edges.height, 0), 1),
  });
  const [a, b, c, d] = inOrder(best.quad);
  return { corners: [inPicture(a), inPicture(b), inPicture(c), inPicture(d)], confidence: best.confidence };
}
