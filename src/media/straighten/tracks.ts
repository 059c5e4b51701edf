import type { Edges } from './edges.ts';
import type { Line } from './lines.ts';
import type { Point } from '#lib/quad.ts';

/** Which way it grows brighter across a line: towards its normal, or away from it. */
export type Polarity = 'along' | 'against' | 'either';

/** A line with the edge that is really on it, counted from its start so that any stretch is told at once. */
export interface Track {
  readonly line: Line;
  /** Sum of edge pixels from the start to each step of one pixel, by which way it grows brighter. */
  readonly along: Uint16Array;
  readonly against: Uint16Array;
  /** Of both: where red grows brighter and blue darker, an edge may go either way. */
  readonly either: Uint16Array;
  /** Steps before the line's foot, the point of it nearest to the origin. */
  readonly before: number;
}

/** An edge counts for a line that it lies this near to, in pixels, and this much in line with (cosine). */
const near = 1.6;
const inLine = 0.94;

export function trackOf(edges: Edges, rough: Line): Track {
  const line = fitted(edges, fitted(edges, rough, 2.6), near);
  const before = Math.ceil(Math.hypot(edges.width, edges.height));
  const along = new Uint16Array(2 * before + 1);
  const against = new Uint16Array(2 * before + 1);
  for (const at of edges.places) {
    const side = sideOf(edges, at, line, near);
    if (side === 0) continue;
    const x = at % edges.width;
    const y = (at - x) / edges.width;
    const step = Math.round(y * line.nx - x * line.ny) + before;
    if (side > 0) along[step] = 1;
    else against[step] = 1;
  }
  const either = along.map((mark, step) => mark | (against[step] ?? 0));
  return { line, along: summed(along), against: summed(against), either: summed(either), before };
}

/** The part of the stretch between two points of the line that has edge on it, 0 to 1. */
export function edgeBetween(track: Track, from: Point, to: Point, way: Polarity): number {
  const { line, before } = track;
  const sums = track[way];
  const one = stepOf(line, from, before, sums.length);
  const other = stepOf(line, to, before, sums.length);
  const [start, end] = one < other ? [one, other] : [other, one];
  return end === start ? 0 : ((sums[end] ?? 0) - (sums[start] ?? 0)) / (end - start);
}

function stepOf({ nx, ny }: Line, { x, y }: Point, before: number, steps: number): number {
  return Math.min(Math.max(Math.round(y * nx - x * ny) + before, 0), steps - 1);
}

/** 0: not of this line; else 1 or -1, the way its slope goes across. */
function sideOf({ width, dx, dy, size }: Edges, at: number, { nx, ny, offset }: Line, within: number): number {
  const x = at % width;
  const y = (at - x) / width;
  if (Math.abs(x * nx + y * ny - offset) > within) return 0;
  const across = (dx[at] ?? 0) * nx + (dy[at] ?? 0) * ny;
  return Math.abs(across) < inLine * (size[at] ?? 0) ? 0 : Math.sign(across);
}

/** The line through the middle of its edge pixels (least squares). */
function fitted(edges: Edges, line: Line, within: number): Line {
  let count = 0;
  let steps = 0;
  let squares = 0;
  let offs = 0;
  let products = 0;
  for (const at of edges.places) {
    if (sideOf(edges, at, line, within) === 0) continue;
    const x = at % edges.width;
    const y = (at - x) / edges.width;
    const step = y * line.nx - x * line.ny;
    const off = x * line.nx + y * line.ny - line.offset;
    count += 1;
    steps += step;
    squares += step * step;
    offs += off;
    products += step * off;
  }
  const spread = count * squares - steps * steps;
  if (count < 8 || spread === 0) return line;
  const slope = (count * products - steps * offs) / spread;
  const shift = (offs - slope * steps) / count;
  // off = shift + slope·step, turned back into a normal and its offset.
  const length = Math.hypot(1, slope);
  return {
    nx: (line.nx + slope * line.ny) / length,
    ny: (line.ny - slope * line.nx) / length,
    offset: (line.offset + shift) / length,
  };
}

function summed(marks: Uint16Array): Uint16Array {
  let sum = 0;
  return marks.map((mark) => (sum += mark));
}
