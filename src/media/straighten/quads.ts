import type { Line } from './lines.ts';
import { areaOf, distance, isConvex, type Point, type Quad } from '#lib/quad.ts';
import { edgeBetween, type Track } from './tracks.ts';

export interface ScoredQuad {
  readonly quad: Quad;
  readonly score: number;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

const leastArea = 0.08;
const mostArea = 0.97;
const leastSide = 0.14;
/** Opposite sides of a sheet seen from an angle: cosine of 40°. */
const opposite = Math.cos((40 * Math.PI) / 180);
/** Neighbours meet at 45° to 135°. */
const neighbour = Math.cos((45 * Math.PI) / 180);

interface Pair {
  readonly one: Track;
  readonly other: Track;
}

/** The four lines that are the sides of a sheet before any other four; null where no four can be. */
export function bestQuad(tracks: readonly Track[], frame: Frame): ScoredQuad | null {
  const pairs = oppositePairs(tracks, frame);
  let best: ScoredQuad | null = null;
  for (const [index, pair] of pairs.entries()) {
    for (let next = index + 1; next < pairs.length; next += 1) {
      const found = scoreOf(pair, pairs[next] ?? pair, frame);
      if (found !== null && found.score > (best?.score ?? 0)) best = found;
    }
  }
  return best;
}

function oppositePairs(tracks: readonly Track[], { width, height }: Frame): readonly Pair[] {
  const apart = 0.15 * Math.min(width, height);
  const middle = { x: width / 2, y: height / 2 };
  return tracks.flatMap((one, index) =>
    tracks.slice(index + 1).flatMap((other) => {
      const cosine = one.line.nx * other.line.nx + one.line.ny * other.line.ny;
      if (Math.abs(cosine) < opposite) return [];
      const away = offOf(one.line, middle) - Math.sign(cosine) * offOf(other.line, middle);
      return Math.abs(away) < apart ? [] : [{ one, other }];
    }),
  );
}

function offOf({ nx, ny, offset }: Line, { x, y }: Point): number {
  return x * nx + y * ny - offset;
}

function scoreOf(pair: Pair, cross: Pair, frame: Frame): ScoredQuad | null {
  const cosine = pair.one.line.nx * cross.one.line.nx + pair.one.line.ny * cross.one.line.ny;
  if (Math.abs(cosine) > neighbour) return null;
  const a = meeting(pair.one.line, cross.one.line);
  if (!isInside(a, frame)) return null;
  const b = meeting(pair.one.line, cross.other.line);
  if (!isInside(b, frame)) return null;
  const c = meeting(pair.other.line, cross.other.line);
  if (!isInside(c, frame)) return null;
  const d = meeting(pair.other.line, cross.one.line);
  if (!isInside(d, frame)) return null;
  const forwards: Quad = [a, b, c, d];
  const signed = areaOf(forwards);
  const areaPart = Math.abs(signed) / (frame.width * frame.height);
  if (areaPart < leastArea || areaPart > mostArea) return null;
  const quad: Quad = signed > 0 ? forwards : [a, d, c, b];
  if (!isConvex(quad)) return null;
  const sides: Sides =
    signed > 0 ? [pair.one, cross.other, pair.other, cross.one] : [cross.one, pair.other, cross.other, pair.one];
  return scored(quad, sides, areaPart, frame);
}

type Sides = readonly [Track, Track, Track, Track];

function scored(quad: Quad, sides: Sides, areaPart: number, frame: Frame): ScoredQuad | null {
  const lengths = quad.map((corner, side) => distance(corner, after(quad, side)));
  if (Math.min(...lengths) < leastSide * Math.min(frame.width, frame.height)) return null;
  const bright = supportOf(quad, sides, lengths, 'bright');
  const dark = supportOf(quad, sides, lengths, 'dark');
  const { mean, worst, beyond } = bright.mean >= dark.mean ? bright : dark;
  const seen = 0.75 * mean + 0.25 * worst - 0.45 * beyond;
  // Who photographs a paper fills the picture with it: what is small is rather a part of one.
  const confidence = Math.min(Math.max(2 * seen - 1, 0), 1) * Math.min(1, areaPart / 0.2);
  // Large before small: a sheet before what is printed on it.
  return { quad, confidence, score: seen * areaPart ** 0.2 };
}

interface Support {
  /** The part of the border that is edge, of all and of the worst side. */
  readonly mean: number;
  readonly worst: number;
  /** How much the edges go on beyond the corners, as a table's or a tile's do and a sheet's don't. */
  readonly beyond: number;
}

function supportOf(quad: Quad, sides: Sides, lengths: readonly number[], inside: 'bright' | 'dark'): Support {
  const middle = { x: (quad[0].x + quad[2].x) / 2, y: (quad[0].y + quad[2].y) / 2 };
  let [sum, round, worst, beyond] = [0, 0, 1, 0];
  for (const [side, track] of sides.entries()) {
    const from = quad[side] ?? middle;
    const to = after(quad, side);
    const way = offOf(track.line, middle) > 0 === (inside === 'bright') ? 'along' : 'against';
    const part = Math.max(edgeBetween(track, from, to, way), 0.92 * edgeBetween(track, from, to, 'either'));
    const length = lengths[side] ?? 0;
    sum += part * length;
    round += length;
    worst = Math.min(worst, part);
    beyond +=
      (edgeBetween(track, past(to, from), from, 'either') + edgeBetween(track, to, past(from, to), 'either')) / 8;
  }
  return { mean: sum / round, worst, beyond };
}

/** As far beyond `to` as a sheet's edge surely doesn't go on. */
function past(from: Point, to: Point): Point {
  return { x: to.x + (to.x - from.x) * 0.15, y: to.y + (to.y - from.y) * 0.15 };
}

function after(quad: Quad, side: number): Point {
  return quad[(side + 1) % 4] ?? quad[0];
}

function isInside({ x, y }: Point, { width, height }: Frame): boolean {
  const margin = 0.01 * width;
  return x > -margin && y > -margin && x < width + margin && y < height + margin;
}

function meeting(one: Line, other: Line): Point {
  const cross = one.nx * other.ny - one.ny * other.nx;
  return {
    x: (one.offset * other.ny - other.offset * one.ny) / cross,
    y: (one.nx * other.offset - other.nx * one.offset) / cross,
  };
}
