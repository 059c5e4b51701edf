export interface StoredSession {
  readonly id: string;
  readonly accountId: string;
  /** "Chrome, Android"; empty when unknown. */
  readonly device: string;
  /** The phone, once it has reported from this session. */
  readonly deviceId: string | null;
  /** How often its token was replaced. */
  readonly generation: number;
  readonly generationAtMs: number;
  /** When the current token was first used so late that it can't get lost any more. */
  readonly settledAtMs: number | null;
  readonly createdAtMs: number;
  readonly lastSeenAtMs: number;
  readonly expiresAtMs: number;
}

export type NewSession = Pick<StoredSession, 'id' | 'accountId' | 'device' | 'expiresAtMs'>;

/** Rejects with StoreUnavailableError when the database is not there. */
export interface SessionStore {
  /** Makes nothing where there is one with this id. */
  add(session: NewSession, nowMs: number): Promise<void>;
  /** Only while it lasts. */
  find(id: string, nowMs: number): Promise<StoredSession | undefined>;
  touch(id: string, lastSeenAtMs: number, expiresAtMs: number): Promise<void>;
  /** The next generation, unless somebody else was first. */
  advance(id: string, fromGeneration: number, nowMs: number): Promise<void>;
  settle(id: string, generation: number, nowMs: number): Promise<void>;
  /** The one that was used last comes first. */
  list(accountId: string, nowMs: number): Promise<readonly StoredSession[]>;
  /** True when it was there and belonged to the account. */
  remove(id: string, accountId: string): Promise<boolean>;
  removeOthers(accountId: string, keptId: string): Promise<void>;
  removeExpired(nowMs: number): Promise<void>;
}
