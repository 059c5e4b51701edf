export type Appended =
  /** The stream ended; everything in it is held and durable. */
  | { readonly kind: 'whole'; readonly sizeBytes: number }
  /** The connection or the signal cut the stream off: what had arrived is held. */
  | { readonly kind: 'cut'; readonly sizeBytes: number }
  /** The stream went on past the limit: what fits is held. */
  | { readonly kind: 'too-long'; readonly sizeBytes: number };

export interface Digest {
  readonly sizeBytes: number;
  /** Lower-case hex, of the bytes as they are stored. */
  readonly sha256: string;
  /** The first bytes, for telling the type. */
  readonly head: Uint8Array;
}

/**
 * The bytes of documents, by upload key. It never remembers a size: every answer is read from what is stored, so a
 * process that dies at any moment leaves nothing wrong behind. One writer per key at a time is the caller's part
 * (UploadLock). All methods reject with StoreUnavailableError when the storage is not there or full.
 */
export interface UploadStore {
  /** Bytes held; 0 when there are none yet. */
  size(key: string): Promise<number>;
  /**
   * Appends at the end, keeping what arrives within seconds; never more than `limitBytes` in all.
   * @param heldBytes what `size` has just said under the same lock, for a store to which asking once more is a request
   */
  append(
    key: string,
    chunks: AsyncIterable<Uint8Array>,
    limitBytes: number,
    hold: { readonly signal: AbortSignal; onProgress(): void },
    heldBytes?: number,
  ): Promise<Appended>;
  /** Reads everything back. */
  digest(key: string): Promise<Digest>;
  /** Resolves when the bytes and the name of the file survive a loss of power. */
  makeDurable(key: string): Promise<void>;
  /** Back to no bytes. */
  clear(key: string): Promise<void>;
  /** Undefined when there is nothing. */
  read(key: string): Promise<{ readonly sizeBytes: number; readonly chunks: AsyncIterable<Uint8Array> } | undefined>;
  /** Resolves when something can be written. */
  ping(): Promise<void>;
}
