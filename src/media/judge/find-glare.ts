import { largestArea, type Area } from './largest-area.ts';
import type { Luminance } from './luminance.ts';

const blownOut = 249;
const leastShare = 0.012;
/** A larger one is a white page, and no reflection on one. */
const mostShare = 0.4;
/** Around a reflection it is still bright, and gets darker step by step; the edge of a white paper is neither. */
const leastRing = 180;
const leastFall = 5;
const near = 1;
const far = 4;

/**
 * A reflection of a lamp or a flash: one blown-out area inside of the photo that fades into what is around it.
 * @returns its share of the photo, 0 to 1; null when there is none
 */
export function findGlare(small: Luminance): number | null {
  const total = small.values.length;
  const spot = largestArea(small, blownOut, ({ contact, size }) => {
    const { top, right, bottom, left } = contact;
    return top + right + bottom + left === 0 && size <= total * mostShare;
  });
  if (spot === null || spot.size < total * leastShare) return null;
  const close = ring(small, spot, near);
  const away = ring(small, spot, far);
  return close >= leastRing && away <= close - leastFall && away >= leastRing * 0.6 ? spot.size / total : null;
}

/** The mean brightness of what lies so many pixels outside of the area, left and right, above and below. */
function ring({ width, height, values }: Luminance, area: Area, distance: number): number {
  let sum = 0;
  let count = 0;
  const look = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= width || y >= height || area.has(x, y)) return;
    sum += values[y * width + x] ?? 0;
    count += 1;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!area.has(x, y)) continue;
      if (!area.has(x - 1, y)) look(x - distance, y);
      if (!area.has(x + 1, y)) look(x + distance, y);
      if (!area.has(x, y - 1)) look(x, y - distance);
      if (!area.has(x, y + 1)) look(x, y + distance);
    }
  }
  return count === 0 ? 0 : sum / count;
}
