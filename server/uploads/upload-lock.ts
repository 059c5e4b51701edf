/** What a writer holds while it writes. */
export interface UploadHold {
  /** Aborted when somebody newer needs the upload and this writer has stalled, or at shutdown: stop, keep what there is. */
  readonly signal: AbortSignal;
  /** Call with every piece that arrives: a writer that makes progress is left alone. */
  onProgress(): void;
}

/** One writer per upload, among all processes that share the storage. */
export interface UploadLock {
  /**
   * Runs `work` while holding the upload. A holder whose bytes have stopped is broken off; one that makes progress is
   * waited for. Resolves with 'busy' when it could not be had within 10 s.
   */
  withUpload<T>(key: string, work: (hold: UploadHold) => Promise<T>): Promise<T | 'busy'>;
  /** Breaks every holder off, for a shutdown. */
  releaseAll(): void;
}
