import type { PhotoSide } from '#domain/document/doubt.ts';
import { largestArea } from './largest-area.ts';
import { histogramOf, type Luminance } from './luminance.ts';

/** How clearly paper and table are told apart, 0 to 1; below it is a guess. */
const leastSeparation = 0.6;
const leastShare = 0.15;
const mostShare = 0.95;
/** The paper lies on so much of a side of the photo. */
const touches = 0.25;
const isFree = 0.03;

const opposite = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' } as const;

/**
 * The sides of the photo over which a bright paper on a darker table goes on. A photo that shows no table at all says
 * nothing. A bright wall that runs around a corner is no paper, so two sides must be free; and a page that fills the
 * photo from top to bottom has been framed so, so the side over against it must be one of them.
 */
export function findCutSides(small: Luminance): readonly PhotoSide[] {
  const split = splitBrightness(histogramOf(small));
  if (split.separation < leastSeparation) return [];
  const paper = largestArea(small, split.leastBright);
  const share = (paper?.size ?? 0) / small.values.length;
  if (paper === null || share < leastShare || share > mostShare) return [];
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  const cut = sides.filter((side) => paper.contact[side] >= touches);
  const free = sides.filter((side) => paper.contact[side] <= isFree);
  return free.length >= 2 ? cut.filter((side) => free.includes(opposite[side])) : [];
}

/**
 * The two groups of brightness that differ most (Otsu 1979).
 * @returns the least of the brighter group, and how much of all difference lies between the groups
 */
function splitBrightness(histogram: Uint32Array): { readonly leastBright: number; readonly separation: number } {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const mean = histogram.reduce((sum, count, value) => sum + count * value, 0) / total;
  const spread = histogram.reduce((sum, count, value) => sum + count * (value - mean) ** 2, 0) / total;
  let best = { leastBright: 255, between: 0 };
  let darker = 0;
  let darkerSum = 0;
  for (let value = 0; value < 255; value += 1) {
    darker += histogram[value] ?? 0;
    darkerSum += (histogram[value] ?? 0) * value;
    const share = darker / total;
    if (share === 0 || share === 1) continue;
    const between = (mean * share - darkerSum / total) ** 2 / (share * (1 - share));
    if (between > best.between) best = { leastBright: value + 1, between };
  }
  return { leastBright: best.leastBright, separation: spread === 0 ? 0 : best.between / spread };
}
