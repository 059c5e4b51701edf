import { largestArea, type Area } from './largest-area.ts';
import { type Luminance, percentile } from './luminance.ts';
import { withoutPrint } from './without-print.ts';

const blownOut = 249;
const leastShare = 0.012;
/** A larger one is a white page, and no reflection on one. */
const mostShare = 0.4;
/** Around a reflection it is still bright, and gets darker step by step; the edge of a white paper is neither. */
const leastRing = 180;
const leastFall = 5;
const near = 1;
const far = 4;
const brighterPart = 0.6;

/**
 * A reflection of a lamp or a flash: one blown-out area inside of the photo that fades into what is around it.
 * @returns its share of the photo, 0 to 1; null when there is none
 */
export function findGlare(small: Luminance): number | null {
  const paper = withoutPrint(small);
  const total = paper.values.length;
  const spot = largestArea(paper, blownOut, ({ contact, size }) => {
    const { top, right, bottom, left } = contact;
    return top + right + bottom + left === 0 && size <= total * mostShare;
  });
  if (spot === null || spot.size < total * leastShare) return null;
  const close = ring(paper, spot, near);
  const away = ring(paper, spot, far);
  return close >= leastRing && away <= close - leastFall && away >= leastRing * 0.6 ? spot.size / total : null;
}

/**
 * How bright it is so many pixels outside of the outline, to the left and right of each line and above and below each
 * column: rather the brighter part of it, because a reflection may reach over the edge of a card.
 */
function ring({ width, height, values }: Luminance, area: Area, distance: number): number {
  const seen = new Uint32Array(256);
  const look = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const value = values[y * width + x] ?? 0;
    seen[value] = (seen[value] ?? 0) + 1;
  };
  for (let y = 0; y < height; y += 1) {
    const [first, last] = ends(width, (x) => area.has(x, y));
    if (last < 0) continue;
    look(first - distance, y);
    look(last + distance, y);
  }
  for (let x = 0; x < width; x += 1) {
    const [first, last] = ends(height, (y) => area.has(x, y));
    if (last < 0) continue;
    look(x, first - distance);
    look(x, last + distance);
  }
  return percentile(seen, brighterPart);
}

function ends(length: number, has: (index: number) => boolean): readonly [number, number] {
  let first = 0;
  while (first < length && !has(first)) first += 1;
  let last = length - 1;
  while (last >= 0 && !has(last)) last -= 1;
  return [first, last];
}
