/** Numbers, addresses, devices and codes are HMACs here: what is stored names nobody and opens nothing. */
export interface NewCode {
  readonly id: string;
  readonly numberMac: string;
  readonly addressMac: string;
  readonly deviceMac: string;
  readonly codeMac: string;
  readonly expiresAtMs: number;
}

export interface StoredCode {
  readonly numberMac: string;
  readonly codeMac: string;
  readonly expiresAtMs: number;
  /** Wrong ones. */
  readonly tries: number;
  readonly usedAtMs: number | null;
  /** What the code was used for. */
  readonly sessionId: string | null;
}

/** Moments in milliseconds, the oldest first. */
export interface CodesSince {
  readonly number: readonly number[];
  readonly address: readonly number[];
  readonly device: readonly number[];
  readonly total: number;
  readonly oldestMs: number | null;
}

export type CodeVerdict = 'right' | 'again' | 'wrong' | 'spent' | 'expired';

/** Rejects with StoreUnavailableError when the database is not there. */
export interface CodeStore {
  /**
   * Keeps a code when `judge` says null of what was asked for since; one request at a time, so that many at once don't
   * slip through. Forgets what is older.
   */
  issue<Refusal>(
    code: NewCode,
    sinceMs: number,
    judge: (recent: CodesSince) => Refusal | null,
    nowMs: number,
  ): Promise<Refusal | null>;
  /**
   * One guess at a time: 'wrong' is counted, 'right' is used up for `sessionId`, both before the answer. An unknown id
   * is 'expired'. `sessionId` is what the code was first used for.
   */
  guess(
    id: string,
    judge: (code: StoredCode) => CodeVerdict,
    sessionId: string,
    nowMs: number,
  ): Promise<{ readonly verdict: CodeVerdict; readonly sessionId: string }>;
}
