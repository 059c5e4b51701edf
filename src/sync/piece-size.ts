import type { Answer } from './answer.ts';

/**
 * What this run has seen of the line. What is on its way when a connection dies is lost, so no more is sent at once
 * than keeps the line full.
 */
export interface Pace {
  /** Of all pieces together; null before the first has arrived. */
  readonly bytesPerMs: number | null;
  /** The shortest that a request without a body took; null before the first. */
  readonly roundTripMs: number | null;
  readonly arrivedBytes: number;
  readonly sinceCutBytes: number;
  /** How much arrives between two cuts; 0 before the first. */
  readonly betweenCutsBytes: number;
  /** What stands between here and the office lets no larger piece through. */
  readonly mostBytes: number;
}

/** How many pieces there are for the line to carry. */
export interface Demand {
  /** On their way, or of files that are ready for one. */
  readonly ready: number;
  /** Of files that are being made ready. */
  readonly soon: number;
}

const minPieceBytes = 8 * 1024;
const maxPieceBytes = 1024 * 1024;
const maxInFlight = 3;
/** For a line that nothing is known of: little, as it may be a thin one. */
const guessedWayBytes = 32 * 1024;
const longestRoundTripMs = 30_000;
/** Headers, and the work that each request is to both sides. */
const bytesPerRequest = 500;
const msPerRequest = 8;
/** More than just fills the line, so that no small delay empties it; and more where nothing was lost yet. */
const margin = 1.13;
const uncutMargin = 1.75;

export const initialPace: Pace = {
  bytesPerMs: null,
  roundTripMs: null,
  arrivedBytes: 0,
  sinceCutBytes: 0,
  betweenCutsBytes: 0,
  mostBytes: maxPieceBytes,
};

/**
 * A request without a body tells how long the way is. A clock that was set meanwhile tells nothing, and what took no time
 * was asked of nobody.
 */
export function afterSmallRequest(pace: Pace, tookMs: number): Pace {
  if (tookMs < 2 || tookMs > longestRoundTripMs) return pace;
  return { ...pace, roundTripMs: Math.max(1, Math.min(pace.roundTripMs ?? tookMs, tookMs)) };
}

/** @param arrivedBefore `arrivedBytes` when the piece was sent off: what came in meanwhile is what the line carries */
export function afterPiece(
  pace: Pace,
  { outcome, tookMs }: Extract<Answer, { to: 'send-piece' }>,
  lengthBytes: number,
  arrivedBefore: number,
): Pace {
  if (outcome.kind === 'unreachable' && outcome.reason === 'network') return afterCut(pace);
  if (outcome.kind !== 'ok') return pace;
  const arrivedBytes = pace.arrivedBytes + lengthBytes;
  const meanwhileBytes = arrivedBytes - arrivedBefore;
  const isAlone = meanwhileBytes === lengthBytes;
  // Alone it left the line empty while its answer came.
  const busyMs = Math.max(1, isAlone ? Math.max(tookMs / 2, tookMs - (pace.roundTripMs ?? 0)) : tookMs);
  const seen = meanwhileBytes / busyMs;
  const known = pace.bytesPerMs ?? seen;
  // Quick to learn until something was lost, and calm from then on.
  const weight = pace.betweenCutsBytes === 0 ? 2 : 8;
  return {
    ...pace,
    bytesPerMs: known + (seen - known) / weight,
    arrivedBytes,
    sinceCutBytes: pace.sinceCutBytes + lengthBytes,
  };
}

/**
 * Somebody in between takes no piece of this size (413): it is asked for again, and a quarter goes from here on (C17).
 * One that can't be smaller is refused.
 */
export function afterTooLarge(pace: Pace, answer: Answer, lengthBytes: number): { answer: Answer; pace: Pace } {
  const { outcome } = answer;
  // The last piece of a file may be half as long again.
  const isSmallest = lengthBytes <= 1.5 * minPieceBytes;
  if (answer.to !== 'send-piece' || outcome.kind !== 'refused' || outcome.status !== 413 || isSmallest)
    return { answer, pace };
  return {
    answer: { ...answer, outcome: { kind: 'offset-conflict' } },
    pace: { ...pace, mostBytes: Math.max(minPieceBytes, Math.min(pace.mostBytes, lengthBytes >> 2)) },
  };
}

/** Pieces that die together are one cut. */
function afterCut(pace: Pace): Pace {
  const { sinceCutBytes, betweenCutsBytes } = pace;
  if (sinceCutBytes === 0) return pace;
  const between = betweenCutsBytes === 0 ? sinceCutBytes : (betweenCutsBytes + sinceCutBytes) / 2;
  return { ...pace, sinceCutBytes: 0, betweenCutsBytes: between };
}

/** How many pieces may be on their way together, each of another file. Many small ones are too much for a thin line. */
export function mostInFlight(pace: Pace): number {
  if (pace.bytesPerMs === null) return maxInFlight;
  return Math.min(maxInFlight, Math.max(1, Math.floor((3 * wayBytes(pace)) / minPieceBytes)));
}

/**
 * While one of several pieces is acknowledged, the others have to keep the line full; a piece that is alone for the
 * time of a round trip has to do so itself.
 */
export function pieceBytes(pace: Pace, { ready, soon }: Demand): number {
  const way = wayBytes(pace);
  const full = (pace.betweenCutsBytes === 0 ? uncutMargin : margin) * way;
  const together = Math.min(ready + soon, mostInFlight(pace));
  const toFill = together > 1 ? full / (together - 1) : 2 * way;
  const toBridge = soon > 0 ? full / Math.max(1, ready) : 0;
  return Math.floor(Math.min(pace.mostBytes, Math.max(minPieceBytes, toFill, toBridge, worthBytes(pace, together))));
}

/** On a line that holds, larger pieces save requests: what a cut costs and what they cost is least where both are equal. */
function worthBytes(pace: Pace, together: number): number {
  const { sinceCutBytes, betweenCutsBytes } = pace;
  // Alone, each also leaves the line empty for a round trip.
  const perRequest = bytesPerRequest + msPerRequest * (pace.bytesPerMs ?? 0) + (together > 1 ? 0 : wayBytes(pace));
  const apart = Math.max(sinceCutBytes, betweenCutsBytes);
  // A browser sends what a cut destroyed once more by itself: each costs twice.
  return Math.max(1, Math.sqrt((perRequest * apart) / (2 * Math.max(1, together))));
}

/** What is on its way to the office when the line is full and nothing waits before it. */
function wayBytes({ bytesPerMs, roundTripMs }: Pace): number {
  return bytesPerMs === null ? guessedWayBytes : bytesPerMs * (roundTripMs ?? 500);
}
