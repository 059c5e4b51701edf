export interface StoredSession {
  readonly id: string;
  readonly accountId: string;
  readonly expiresAtMs: number;
}

/** Sessions by the SHA-256 of their token. Rejects with StoreUnavailableError when the database is not there. */
export interface SessionStore {
  add(session: StoredSession & { readonly tokenHash: string }, nowMs: number): Promise<void>;
  /** Only while it lasts. */
  findByTokenHash(tokenHash: string, nowMs: number): Promise<StoredSession | undefined>;
  /** True when it was there and belonged to the account. */
  remove(id: string, accountId: string): Promise<boolean>;
  removeExpired(nowMs: number): Promise<void>;
}
