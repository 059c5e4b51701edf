/** A stored object that holds the bytes of an upload from `startBytes` on. */
export interface Piece {
  readonly name: string;
  readonly startBytes: number;
  readonly sizeBytes: number;
  /** Sorts after that of every piece that was made before it. */
  readonly madeAt: string;
}

/** What is read of a piece: the bytes before `skipBytes` were in the one before. */
export interface Slice {
  readonly piece: Piece;
  readonly skipBytes: number;
}

/**
 * How far the pieces reach from 0 without a gap, and which of them to read, each byte once. Pieces may lie over each
 * other: one that was thought to be lost may turn up after its bytes have been sent again. A piece more never makes it
 * less, so what was once acknowledged stays acknowledged; one beyond a gap does not count. Of two that reach as far the one
 * that was made later is read: what arrives late never stands in the place of what was judged.
 */
export function heldOf(pieces: readonly Piece[]): { readonly sizeBytes: number; readonly slices: readonly Slice[] } {
  const sorted = pieces.toSorted((a, b) => a.startBytes - b.startBytes);
  const slices: Slice[] = [];
  let sizeBytes = 0;
  let at = 0;
  for (;;) {
    let furthest: Piece | undefined;
    for (let piece = sorted[at]; piece !== undefined && piece.startBytes <= sizeBytes; piece = sorted[at]) {
      if (furthest === undefined || isBetter(piece, furthest)) furthest = piece;
      at += 1;
    }
    if (furthest === undefined || endOf(furthest) <= sizeBytes) return { sizeBytes, slices };
    slices.push({ piece: furthest, skipBytes: sizeBytes - furthest.startBytes });
    sizeBytes = endOf(furthest);
  }
}

function isBetter(one: Piece, other: Piece): boolean {
  return endOf(one) === endOf(other) ? one.madeAt > other.madeAt : endOf(one) > endOf(other);
}

function endOf({ startBytes, sizeBytes }: Piece): number {
  return startBytes + sizeBytes;
}
