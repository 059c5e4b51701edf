/** What sealing needs of the phone's store and of the office; filled by storage/ and api/, by shape. */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { SealingKey, SealingTerms } from '#domain/sealing/sealing-terms.ts';
import type { Device, Digest, DraftStore, SeenDraft, SubmitEnd } from './ports.ts';

export interface HeldTerms {
  readonly terms: SealingTerms;
  readonly etag: string | null;
}

interface SealedBytes {
  readonly envelope: ArrayBuffer;
  readonly papers: readonly { readonly id: string; readonly bytes: ArrayBuffer }[];
}

export interface SealingStore {
  /** Null before the first contact. Rejects when the store gives no answer. */
  readTerms(): Promise<HeldTerms | null>;
  keepTerms(held: HeldTerms): Promise<void>;
  /**
   * One strict transaction: the entry and its sealed bytes in; the draft, its papers and everything readable of it out.
   * Then every sealed byte is read back; what is damaged is taken back to what it was.
   */
  submit(entry: OutboxEntry, sealed: SealedBytes, seen: SeenDraft): Promise<SubmitEnd>;
  /** Entries of every account that wait, are not sealed and are wanted. None when the store gives no answer. */
  listReadable(isWanted: (entry: OutboxEntry) => boolean): Promise<readonly OutboxEntry[]>;
  readPayload(
    id: string,
    expected: { readonly sizeBytes: number; readonly sha256: string },
  ): Promise<{ readonly kind: 'ok'; readonly bytes: ArrayBuffer } | { readonly kind: 'damaged' | 'unreadable' }>;
  /** Strict: `sealed` in and what can be read out, if `change` of the row as it is then is not null. */
  seal(
    applicationId: string,
    sealed: SealedBytes | null,
    change: (entry: OutboxEntry) => OutboxEntry | null,
  ): Promise<'stored' | 'gone' | 'failed'>;
}

export type FetchTerms = (
  etag: string | null,
) => Promise<
  | { readonly kind: 'ok'; readonly terms: SealingTerms; readonly etag: string | null }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'unknown' }
>;

/**
 * Reads the papers one after the other, and gives out only what opens again to the same bytes; the key is forgotten by
 * then. Rejects when it can't be done, or a paper can't be read.
 */
export type SealApplication = (order: {
  readonly applicationId: string;
  readonly recipients: readonly SealingKey[];
  readonly envelope: ArrayBuffer;
  readonly papers: readonly { readonly id: string; readonly read: () => Promise<ArrayBuffer> }[];
  /** Papers that it names and that are not among `papers` lie at the office. */
  readonly isRevision: boolean;
}) => Promise<{
  readonly envelope: ArrayBuffer;
  readonly papers: readonly { readonly id: string; readonly bytes: ArrayBuffer; readonly sha256: string }[];
}>;

export interface SealingPorts {
  readonly store: SealingStore;
  readonly drafts: Pick<DraftStore, 'readDocument'>;
  readonly fetchTerms: FetchTerms;
  readonly seal: SealApplication;
  readonly device: Device;
  readonly digest: Digest;
  /** What the person has chosen, where the office leaves it to them. */
  readonly wished: () => boolean;
  /** There is something new to send. */
  readonly poke: () => void;
}
