import type { DocumentReference } from './application-store.ts';

export interface NewDocument extends DocumentReference {
  readonly ownerId: string;
  readonly applicationId: string;
  /** Unguessable; names the upload's URL and its file. Ignored when the document was announced before. */
  readonly uploadKey: string;
  /** The session that it comes by; absent where it is no session that lets in. */
  readonly sessionId?: string;
}

export interface StoredDocument extends DocumentReference {
  readonly ownerId: string;
  readonly applicationId: string;
  /** Whole, and the bytes that were announced. */
  readonly verified: boolean;
  /** Why it was not taken, in a word; null when it was, or nobody has looked yet. */
  readonly refusal: string | null;
  /** What opens it, of one that came with a sealed revision; null: what opens its application does. */
  readonly sealedKey: string | null;
  /** Of the copy that may be opened; null where that is what was sent. */
  readonly rewrittenSizeBytes: number | null;
  /** It was verified, and its bytes are gone because the term of keeping them has ended. */
  readonly expired: boolean;
  readonly uploadKey: string;
}

export type Announced =
  | { readonly kind: 'created' | 'replayed'; readonly document: StoredDocument }
  /** Announced before with other content, or the application is known and lists something else. */
  | { readonly kind: 'other-content' }
  | { readonly kind: 'foreign' }
  /** Its application was erased at the wish of its owner, who asks now. */
  | { readonly kind: 'erased' }
  /** The account has announced as many documents for this application as it may. */
  | { readonly kind: 'too-many' };

/** Documents without their bytes. Rejects with StoreUnavailableError when the database is not there. */
export interface DocumentStore {
  announce(document: NewDocument, nowMs: number): Promise<Announced>;
  findByUploadKey(uploadKey: string): Promise<StoredDocument | undefined>;
  /** Only documents that have been announced. */
  find(id: string): Promise<StoredDocument | undefined>;
  /**
   * Call when the bytes are verified and durable. In the same transaction the application becomes `submitted`, with a
   * raised version and an entry in the feed, if this was the last paper that it waited for.
   */
  markVerified(id: string, rewrittenSizeBytes: number | null, nowMs: number): Promise<void>;
  /** Nobody can judge it just now: it is asked about until somebody has, also when its phone does not come back. */
  awaitVerdict(document: StoredDocument, nowMs: number): Promise<void>;
  /** The paper stays missing, for good: its id is never taken again. Bytes may go when this has resolved. */
  markRefused(id: string, refusal: string, nowMs: number): Promise<void>;
}
