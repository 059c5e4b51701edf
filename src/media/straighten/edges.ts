import type { Plane } from './planes.ts';

/** How steeply brightness or colour changes at every pixel, and towards where it grows. */
export interface Slopes {
  readonly width: number;
  readonly height: number;
  /** Of the colour that changes most there; towards brighter. */
  readonly dx: Int16Array;
  readonly dy: Int16Array;
  readonly size: Uint16Array;
}

/** The steepest pixels of their neighbourhood across the slope, as places in the slopes' arrays. */
export interface Edges extends Slopes {
  readonly places: Uint32Array;
}

/** At most this part of the picture is edge: a rough table has more, and then only the steepest count. */
const mostEdges = 0.09;
/** In a picture without any edge the noise is none either. */
const leastSize = 10;

export function slopesOf(planes: readonly Plane[]): Slopes {
  const { width = 0, height = 0 } = planes[0] ?? {};
  const dx = new Int16Array(width * height);
  const dy = new Int16Array(width * height);
  const size = new Uint16Array(width * height);
  for (const { values } of planes) {
    for (let y = 1; y < height - 1; y += 1) {
      for (let x = 1; x < width - 1; x += 1) {
        const at = y * width + x;
        const nw = values[at - width - 1] ?? 0;
        const ne = values[at - width + 1] ?? 0;
        const sw = values[at + width - 1] ?? 0;
        const se = values[at + width + 1] ?? 0;
        const across = ne + se - nw - sw + 2 * ((values[at + 1] ?? 0) - (values[at - 1] ?? 0));
        const down = sw + se - nw - ne + 2 * ((values[at + width] ?? 0) - (values[at - width] ?? 0));
        const steep = Math.sqrt(across * across + down * down);
        if (steep <= (size[at] ?? 0)) continue;
        size[at] = steep;
        dx[at] = across;
        dy[at] = down;
      }
    }
  }
  return { width, height, dx, dy, size };
}

export function edgesOf(slopes: Slopes): Edges {
  const { width, height, dx, dy, size } = slopes;
  const crests: number[] = [];
  const counts = new Uint32Array(2048);
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x;
      const steep = size[at] ?? 0;
      if (steep < leastSize) continue;
      const across = dx[at] ?? 0;
      const down = dy[at] ?? 0;
      const step = stepAcross(across, down, width);
      if (steep < (size[at - step] ?? 0) || steep <= (size[at + step] ?? 0)) continue;
      crests.push(at);
      counts[Math.min(steep, 2047)] = (counts[Math.min(steep, 2047)] ?? 0) + 1;
    }
  }
  const least = steepestOf(counts, width * height * mostEdges);
  return { ...slopes, places: Uint32Array.from(crests.filter((at) => (size[at] ?? 0) >= least)) };
}

/** To the neighbour towards which the slope goes, one of eight. */
function stepAcross(across: number, down: number, width: number): number {
  const [wide, high] = [Math.abs(across), Math.abs(down)];
  if (wide > 2.4 * high) return 1;
  if (high > 2.4 * wide) return width;
  return across * down > 0 ? width + 1 : width - 1;
}

/** The size that at most `most` pixels reach. */
function steepestOf(counts: Uint32Array, most: number): number {
  let sum = 0;
  for (let size = counts.length - 1; size > 0; size -= 1) {
    sum += counts[size] ?? 0;
    if (sum > most) return size + 1;
  }
  return 0;
}
