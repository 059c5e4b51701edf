import { blendOf, hasBit, xorInto } from './blend.ts';
import { crc32 } from './crc32.ts';
import type { Frame } from './frames.ts';

interface Row {
  readonly blend: Uint32Array;
  readonly block: Uint8Array;
}

export interface Transfer {
  /** How many blocks' worth is known. */
  readonly have: () => number;
  /** False: it says nothing that was not known. */
  take(frame: Frame): boolean;
  /** Null before enough of it is here, and where what was read is not what was shown. */
  whole(): Uint8Array<ArrayBuffer> | null;
}

/** One whole being put together out of frames of its own, each reduced by those before (Gaussian elimination). */
export function createTransfer({ transferId, length, total }: Omit<Frame, 'index' | 'block'>): Transfer {
  /** The row at `n` has no bit before `n`. */
  const rows = new Map<number, Row>();
  return {
    have: () => rows.size,
    take({ index, block }) {
      const row = { blend: blendOf(transferId, index, total), block: block.slice() };
      for (let at = 0; at < total; at += 1) {
        if (!hasBit(row.blend, at)) continue;
        const known = rows.get(at);
        if (known === undefined) {
          rows.set(at, row);
          return true;
        }
        add(row, known);
      }
      return false;
    },
    whole() {
      if (rows.size < total) return null;
      const bytes = joined(rows, total, length);
      return crc32(bytes) === transferId ? bytes : null;
    },
  };
}

/** From the last block on, each row is rid of those behind it. */
function joined(rows: ReadonlyMap<number, Row>, total: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = total - 1; at >= 0; at -= 1) {
    const row = rows.get(at);
    if (row === undefined) break;
    for (let behind = at + 1; behind < total; behind += 1) {
      const other = rows.get(behind);
      if (other !== undefined && hasBit(row.blend, behind)) add(row, other);
    }
    const from = at * row.block.length;
    bytes.set(row.block.subarray(0, length - from), from);
  }
  return bytes;
}

function add(row: Row, other: Row): void {
  xorInto(row.blend, other.blend);
  xorInto(row.block, other.block);
}
