/** What the wallet needs from the phone's store. storage/ supplies it by shape. */
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Stored } from './ports.ts';

/** What a paper is before it is anybody's: the store makes it the signed-in person's. */
export type NewPaper = Omit<WalletPaper, 'ownerId'>;

/**
 * The papers that a person keeps. Every part answers for the signed-in person and what nobody has claimed, and
 * another's paper is 'gone'. Writes never reject.
 */
export interface WalletStore {
  /** Newest first: of that resident, or the person's own; never those of two people. */
  livePapers(residentId?: string): LiveQuery<readonly WalletPaper[]>;
  /** The same, once; none when the store can't be read. */
  readPapers(residentId?: string): Promise<readonly WalletPaper[]>;
  /** Verified against length and SHA-256; undefined when missing or damaged. */
  readPaper(paperId: string): Promise<{ readonly paper: WalletPaper; readonly bytes: ArrayBuffer } | undefined>;
  /** Strict, with the bytes, then read back. 'already-here': the same bytes are kept under this kind for the same person. */
  addPaper(paper: NewPaper, bytes: ArrayBuffer): Promise<Stored | { readonly kind: 'already-here' }>;
  /**
   * The same, and in the same transaction `old` is hidden; 'gone' when it is not there any more, and nothing is stored.
   * 'already-here' also for the bytes of the old one itself.
   */
  replacePaper(
    old: { readonly id: string; readonly hiddenAtMs: number },
    paper: NewPaper,
    bytes: ArrayBuffer,
  ): Promise<Stored | { readonly kind: 'already-here' }>;
  describePaper(paperId: string, words: Pick<WalletPaper, 'whose' | 'validUntil' | 'locked'>): Promise<Stored>;
  /** A hidden paper is nowhere to be seen; `purgeHidden` removes those hidden before the moment, with their bytes. */
  setHidden(paperIds: readonly string[], hiddenAtMs: number | null): Promise<Stored>;
  purgeHidden(beforeMs: number): Promise<void>;
}
