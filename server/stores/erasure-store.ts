export interface ErasureRequest {
  readonly accountId: string;
  /** Of the first request that is still open. */
  readonly requestedAtMs: number;
  /** The law's 3 x 24 hours after it. */
  readonly dueAtMs: number;
  /** Applications that are gone: never complete, so that no office has worked on them. */
  readonly erased: number;
  /** Applications that the office keeps for as long as its archive rules ask. */
  readonly kept: number;
  /** Null while the office still has to say what becomes of the kept ones. */
  readonly doneAtMs: number | null;
}

/** "Erase what you have of me". All methods reject with StoreUnavailableError when the database is not there. */
export interface ErasureStore {
  /**
   * Erases at once what no duty of retention holds: incomplete applications, papers that were announced ahead, and,
   * where nothing is kept, the account of a number. Every session of the account ends, and what one of them is
   * bringing at this moment is not taken any more. Erased ids are never taken again. Repeated, it gives the same
   * request, with what has come since.
   */
  erase(accountId: string, nowMs: number): Promise<ErasureRequest>;
  /** Upload keys whose bytes have still to go. */
  pendingFiles(limit: number): Promise<readonly string[]>;
  /** Call when the bytes are gone. */
  forgetFile(uploadKey: string): Promise<void>;
  /** Open ones, the oldest first. */
  listOpen(): Promise<readonly ErasureRequest[]>;
  /** False when there is no open request of this account. */
  close(accountId: string, nowMs: number): Promise<boolean>;
}
