import type { Luminance } from './luminance.ts';

export interface Area {
  /** How many pixels. */
  readonly size: number;
  readonly has: (x: number, y: number) => boolean;
  /** Of each side of the photo, the share that the area lies on: 0 to 1. */
  readonly contact: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** The largest area of pixels that are at least so bright and hang together by their sides; null when there is none. */
export function largestArea(
  photo: Luminance,
  leastBrightness: number,
  accept: (area: Area) => boolean = () => true,
): Area | null {
  const { width, height, values } = photo;
  const labels = new Int32Array(values.length);
  const stack = new Int32Array(values.length);
  let best: Area | null = null;
  let label = 0;
  for (let seed = 0; seed < values.length; seed += 1) {
    if (labels[seed] !== 0 || (values[seed] ?? 0) < leastBrightness) continue;
    label += 1;
    const size = fill(photo, leastBrightness, seed, label, labels, stack);
    if (best !== null && size <= best.size) continue;
    const area = areaOf(labels, label, size, width, height);
    if (accept(area)) best = area;
  }
  return best;
}

function fill(
  { width, values }: Luminance,
  least: number,
  seed: number,
  label: number,
  labels: Int32Array,
  stack: Int32Array,
): number {
  let depth = 1;
  let size = 0;
  stack[0] = seed;
  labels[seed] = label;
  const visit = (place: number): void => {
    if (labels[place] !== 0 || (values[place] ?? 0) < least) return;
    labels[place] = label;
    stack[depth] = place;
    depth += 1;
  };
  while (depth > 0) {
    depth -= 1;
    const place = stack[depth] ?? 0;
    size += 1;
    const x = place % width;
    if (x > 0) visit(place - 1);
    if (x < width - 1) visit(place + 1);
    if (place >= width) visit(place - width);
    if (place + width < values.length) visit(place + width);
  }
  return size;
}

function areaOf(labels: Int32Array, label: number, size: number, width: number, height: number): Area {
  const has = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && labels[y * width + x] === label;
  const shareOf = (length: number, isThere: (index: number) => boolean): number => {
    let there = 0;
    for (let index = 0; index < length; index += 1) if (isThere(index)) there += 1;
    return there / length;
  };
  return {
    size,
    has,
    contact: {
      top: shareOf(width, (x) => has(x, 0)),
      bottom: shareOf(width, (x) => has(x, height - 1)),
      left: shareOf(height, (y) => has(0, y)),
      right: shareOf(height, (y) => has(width - 1, y)),
    },
  };
}
