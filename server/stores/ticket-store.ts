export interface StoredTicket {
  readonly id: string;
  readonly accountId: string;
  /** The phone's own id. */
  readonly deviceId: string;
  /** The session that asked for it last. */
  readonly sessionId: string;
  /** "Chrome, Android"; empty when unknown. */
  readonly label: string;
  readonly renewedAtMs: number;
  readonly lastSeenAtMs: number;
  readonly expiresAtMs: number;
}

export type NewTicket = Pick<StoredTicket, 'id' | 'accountId' | 'deviceId' | 'sessionId' | 'label' | 'expiresAtMs'>;

/** Rejects with StoreUnavailableError when the database is not there. */
export interface TicketStore {
  /**
   * One for each account and phone: the one that is there is prolonged and keeps its id. Of too many the oldest go.
   * Undefined when its session has ended meanwhile: what ends that one ends all that it asks for.
   */
  put(ticket: NewTicket, nowMs: number): Promise<StoredTicket | undefined>;
  /** Only while it lasts. */
  find(id: string, nowMs: number): Promise<StoredTicket | undefined>;
  touch(id: string, nowMs: number): Promise<void>;
  /** Counts one thing more that comes by it; false when there were `most` already. */
  spend(id: string, most: number): Promise<boolean>;
  /** The one that was used last comes first. */
  list(accountId: string, nowMs: number): Promise<readonly StoredTicket[]>;
  /** By its id, or by that of the session which asked for it last. True when there was one of the account. */
  remove(id: string, accountId: string): Promise<boolean>;
  /** All but those of a session. */
  removeOthers(accountId: string, keptSessionId: string): Promise<void>;
}
