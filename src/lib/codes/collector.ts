import { frameIn } from './frames.ts';
import { createTransfer, type Transfer } from './transfer.ts';

export type Collected =
  /** Not one of these codes, or damaged, or it came to something that nobody has shown. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'part'; readonly have: number; readonly total: number }
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> };

/** Other sequences that come into view keep what was read of them too; more than these nobody shows side by side. */
const mostTransfers = 4;

/** Puts wholes together out of the codes that a camera sees: in any order, again and again, those of others between. */
export function createCollector(): (text: string) => Collected {
  const transfers = new Map<string, Transfer>();
  return (text) => {
    const frame = frameIn(text);
    if (frame === null) return { kind: 'unreadable' };
    if (frame === 'other-version') return { kind: 'other-version' };
    const key = `${frame.transferId}/${frame.length}/${frame.block.length}`;
    const transfer = transfers.get(key) ?? createTransfer(frame);
    // The one that was seen last stands last.
    transfers.delete(key);
    transfers.set(key, transfer);
    const [oldest] = transfers.keys();
    if (transfers.size > mostTransfers && oldest !== undefined) transfers.delete(oldest);
    transfer.take(frame);
    const have = transfer.have();
    if (have < frame.total) return { kind: 'part', have, total: frame.total };
    const bytes = transfer.whole();
    transfers.delete(key);
    return bytes === null ? { kind: 'unreadable' } : { kind: 'whole', bytes };
  };
}
