import type { PaperDoubt } from '#domain/document/doubt.ts';
import { edgeWidth } from './edge-width.ts';
import { findCutSides } from './find-cut-sides.ts';
import { findGlare } from './find-glare.ts';
import { histogramOf, type Luminance, percentile, shrinkLuminance } from './luminance.ts';

/** Enough to see light and the outline of the paper. */
const smallSide = 256;
/** Below it a page of small print has too few pixels for its letters. */
const leastLongSide = 1000;
/** What is brightest in it, the paper, is darker than this. */
const darkest = 90;
const blownOut = 249;
const mostBlownOut = 0.4;
/** Where so much is blown out and nothing is darker than this, the print has gone too. */
const palestPrint = 75;
/** In pixels of a photo of 2,048: ten points filling it are read whole at 5 and two thirds at 6.6. */
const mostEdgePixels = 6;

/**
 * What an officer may not be able to read, by the photo alone.
 * @param photo as it is stored, its long side about 2,000 pixels
 * @param longSidePixels of the photo as it was taken
 */
export function judgePhoto(photo: Luminance, longSidePixels: number): readonly PaperDoubt[] {
  const small = shrinkLuminance(photo, smallSide);
  const light = histogramOf(small);
  const brightest = percentile(light, 0.95);
  const doubts: PaperDoubt[] = [];
  if (brightest < darkest) doubts.push({ kind: 'dark', brightness: Math.round((brightest / 255) * 100) });
  const blown = light.slice(blownOut).reduce((sum, count) => sum + count, 0) / small.values.length;
  if (blown > mostBlownOut && percentile(histogramOf(photo), 0.002) > palestPrint)
    doubts.push({ kind: 'washed-out', percent: Math.round(blown * 100) });
  const glare = findGlare(small);
  if (glare !== null) doubts.push({ kind: 'glare', percent: Math.max(1, Math.round(glare * 100)) });
  const spread = edgeWidth(photo);
  if (spread !== null && spread > mostEdgePixels) doubts.push({ kind: 'blurred', edgePixels: Math.round(spread) });
  if (longSidePixels < leastLongSide) doubts.push({ kind: 'small', longSidePixels });
  const sides = findCutSides(small);
  if (sides.length > 0) doubts.push({ kind: 'cut-off', sides });
  return doubts;
}
