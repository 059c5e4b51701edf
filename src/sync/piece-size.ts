import type { Answer } from './answer.ts';

const minPieceBytes = 64 * 1024;
const maxPieceBytes = 1024 * 1024;
export const initialPieceBytes = 256 * 1024;
const quickMs = 2_000;
const slowMs = 8_000;

/**
 * Pieces follow the measured link: small enough that a cut costs little, large enough that round trips do not
 * dominate. What is lost in a cut is at most what was in flight, since the office keeps what arrived.
 */
export function nextPieceBytes(pieceBytes: number, answer: Answer): number {
  if (answer.to !== 'send-piece') return pieceBytes;
  if (answer.outcome.kind === 'damaged' || answer.outcome.kind === 'unreadable') return pieceBytes;
  if (answer.outcome.kind !== 'ok') return Math.max(minPieceBytes, Math.floor(pieceBytes / 2));
  if (answer.tookMs < quickMs) return Math.min(maxPieceBytes, pieceBytes * 2);
  if (answer.tookMs > slowMs) return Math.max(minPieceBytes, Math.floor(pieceBytes / 2));
  return pieceBytes;
}
