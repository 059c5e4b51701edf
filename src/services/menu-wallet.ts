import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { LiveQuery, StoreTrouble } from '#lib/live-query.ts';
import type { MediaType } from '#domain/service/definition.ts';
import type { AttachRefusal, AttachResult, SaveResult } from './menu.ts';

/** 'already-here': the person keeps the same bytes under this kind. */
export type KeepResult =
  | { readonly kind: 'kept'; readonly paperId: string }
  | { readonly kind: 'already-here' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly reason: AttachRefusal; readonly limitBytes?: number }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

/** "Berkas Saya": papers that a person keeps on this phone for applications to come. Nothing of it is ever sent. */
export interface WalletMenu {
  /** Newest first: of that resident, or the person's own; never those of two people. */
  papers(residentId?: string): LiveQuery<readonly WalletPaper[]>;
  /** For a preview on this phone; null when missing or damaged. */
  bytes(paperId: string): Promise<{ readonly bytes: ArrayBuffer; readonly mediaType: MediaType } | null>;
  add(
    file: File,
    words: { readonly kind: string; readonly whose: string; readonly residentId?: string },
  ): Promise<KeepResult>;
  /** A copy of what is attached to a form, for whom the form is: it stays when the form is sent, deleted or purged. */
  keep(documentId: string, words: { readonly kind: string; readonly whose: string }): Promise<KeepResult>;
  /** A new photo in the old one's place. The old one can be taken back like one that was removed. */
  replace(paper: WalletPaper, file: File): Promise<KeepResult>;
  describe(paperId: string, words: { readonly whose: string; readonly validUntil: string | null }): Promise<SaveResult>;
  /**
   * A copy for a form, under an id of its own: from there on it is the form's, whatever becomes of the kept one. A form
   * for one person never gets another's paper.
   */
  use(paperId: string, draftId: string, slot: string): Promise<AttachResult>;
  /** Out of sight at once; gone for good two minutes later, or when the app next starts after that. */
  remove(paperIds: readonly string[]): Promise<SaveResult>;
  undoRemove(paperIds: readonly string[]): Promise<SaveResult>;
}
