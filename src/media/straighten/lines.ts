import type { Edges } from './edges.ts';

/** All x, y with x·nx + y·ny = offset; nx, ny is of length 1. */
export interface Line {
  readonly nx: number;
  readonly ny: number;
  readonly offset: number;
}

const angles = 180;
/** An edge's slope tells its angle to about this many degrees; it votes for all of them. */
const angleDoubt = 4;
/** Two lines nearer than both of these are one, seen twice. */
const sameWithin = { angles: 4, offset: 4 };

/** The straight lines with most edge on them, best first (Hough transform, each edge voting near its own angle only). */
export function findLines(edges: Edges, most: number): readonly Line[] {
  const reach = Math.ceil(Math.hypot(edges.width, edges.height));
  const votes = countVotes(edges, reach);
  return pickPeaks(votes, reach, most, leastVotes * Math.min(edges.width, edges.height)).map(({ angle, offset }) => {
    const radians = (angle * Math.PI) / angles;
    return { nx: Math.cos(radians), ny: Math.sin(radians), offset };
  });
}

/** A side of a sheet is at least this part of the picture's short side, and half of it can be seen. */
const leastVotes = 0.09;

function countVotes({ width, dx, dy, places }: Edges, reach: number): Float32Array {
  const rows = 2 * reach + 1;
  const votes = new Float32Array((angles + 2) * rows);
  const cosines = Float64Array.from({ length: angles }, (_, angle) => Math.cos((angle * Math.PI) / angles));
  const sines = Float64Array.from({ length: angles }, (_, angle) => Math.sin((angle * Math.PI) / angles));
  for (const at of places) {
    const x = at % width;
    const y = (at - x) / width;
    const own = Math.round((Math.atan2(dy[at] ?? 0, dx[at] ?? 0) * angles) / Math.PI);
    for (let turn = -angleDoubt; turn <= angleDoubt; turn += 1) {
      const angle = (own + turn + 2 * angles) % angles;
      const offset = x * (cosines[angle] ?? 0) + y * (sines[angle] ?? 0) + reach;
      const low = Math.floor(offset);
      const cell = angle * rows + low;
      votes[cell] = (votes[cell] ?? 0) + 1 - (offset - low);
      votes[cell + 1] = (votes[cell + 1] ?? 0) + offset - low;
    }
  }
  return votes;
}

interface Peak {
  readonly angle: number;
  readonly offset: number;
  readonly votes: number;
}

function pickPeaks(votes: Float32Array, reach: number, most: number, least: number): readonly Peak[] {
  const rows = 2 * reach + 1;
  const peaks: Peak[] = [];
  for (let angle = 0; angle < angles; angle += 1) {
    for (let row = 1; row < rows - 1; row += 1) {
      const here = votes[angle * rows + row] ?? 0;
      if (here < least) continue;
      const before = votes[angle * rows + row - 1] ?? 0;
      const after = votes[angle * rows + row + 1] ?? 0;
      if (before > here || after >= here) continue;
      // A line between two cells gives half to each.
      peaks.push({
        angle,
        offset: row - reach + (after - before) / (2 * (before + here + after)),
        votes: here + Math.max(before, after),
      });
    }
  }
  const picked: Peak[] = [];
  for (const peak of peaks.toSorted((one, other) => other.votes - one.votes)) {
    if (picked.length >= most) break;
    if (!picked.some((other) => isSame(peak, other))) picked.push(peak);
  }
  return picked;
}

function isSame(one: Peak, other: Peak): boolean {
  const apart = Math.abs(one.angle - other.angle);
  // 179° and 0° are neighbours, seen from the other side.
  const across = angles - apart;
  if (across < apart) return across <= sameWithin.angles && Math.abs(one.offset + other.offset) <= sameWithin.offset;
  return apart <= sameWithin.angles && Math.abs(one.offset - other.offset) <= sameWithin.offset;
}
