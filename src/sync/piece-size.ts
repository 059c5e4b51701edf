import type { Answer } from './answer.ts';

/** How much is sent at once. What is in flight when a connection dies may be lost, so it follows the measured line. */
export interface Pace {
  readonly pieceBytes: number;
  /** Pieces on their way together, each of another file: while one is acknowledged, the next fills the line. */
  readonly inFlight: number;
  /** The shortest that a request without a body took in this run. */
  readonly roundTripMs: number | null;
  /** Pieces that arrived since a connection died last. */
  readonly calmPieces: number;
}

const minPieceBytes = 16 * 1024;
const maxPieceBytes = 1024 * 1024;
const maxInFlight = 3;
/** After so many good pieces a line counts as one that holds. */
const calmAfterPieces = 24;
const longestRoundTripMs = 30_000;

export const initialPace: Pace = {
  pieceBytes: 64 * 1024,
  inFlight: maxInFlight,
  roundTripMs: null,
  calmPieces: calmAfterPieces,
};

/** A request without a body tells how long the way is. A clock that was set meanwhile tells nothing. */
export function afterSmallRequest(pace: Pace, tookMs: number): Pace {
  if (tookMs <= 0 || tookMs > longestRoundTripMs) return pace;
  return { ...pace, roundTripMs: Math.min(pace.roundTripMs ?? tookMs, tookMs) };
}

/**
 * Pieces that take four round trips together keep the line busy and leave little in it to be lost; on a line that
 * holds, larger pieces save requests.
 */
export function afterPiece(
  pace: Pace,
  { outcome, tookMs }: Extract<Answer, { to: 'send-piece' }>,
  lengthBytes: number,
): Pace {
  if (outcome.kind === 'unreachable' && outcome.reason === 'network') {
    // Pieces that die together are one cut.
    const pieceBytes = pace.calmPieces === 0 ? pace.pieceBytes : clamped(pace.pieceBytes / 2);
    return { ...pace, pieceBytes, calmPieces: 0 };
  }
  if (outcome.kind !== 'ok') return pace;
  const targetMs = targetOf(pace);
  const grown = Math.min(2, targetMs / Math.max(1, tookMs));
  const isTelling = lengthBytes >= pace.pieceBytes || grown < 1;
  const pieceBytes = isTelling ? clamped(pace.pieceBytes * Math.max(0.5, grown)) : pace.pieceBytes;
  return { ...pace, pieceBytes, inFlight: inFlightAfter(pace, grown), calmPieces: pace.calmPieces + 1 };
}

function targetOf({ roundTripMs, calmPieces }: Pace): number {
  const wayMs = roundTripMs ?? 500;
  return calmPieces < calmAfterPieces ? Math.max(800, 4 * wayMs) : Math.max(1_200, 4 * wayMs);
}

/** The smallest pieces together are still too much for the line: fewer of them. */
function inFlightAfter({ inFlight, pieceBytes }: Pace, grown: number): number {
  if (grown >= 1) return Math.min(maxInFlight, inFlight + 1);
  return pieceBytes === minPieceBytes && grown < 0.5 ? Math.max(1, inFlight - 1) : inFlight;
}

function clamped(bytes: number): number {
  return Math.min(maxPieceBytes, Math.max(minPieceBytes, Math.floor(bytes)));
}
