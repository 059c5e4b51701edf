export interface Draw {
  /** Names nobody. */
  readonly key: string;
  /** So many at once, and so many more every second. */
  readonly burst: number;
  readonly perSecond: number;
  /** So many are wanted. */
  readonly most: number;
}

export interface Drawn {
  /** 0 to `most`, whole. */
  readonly given: number;
  /** Until the next one is there; 0 where something was given. */
  readonly retryAfterMs: number;
}

/** Buckets that several servers draw from: full at first, and filled again by the database's own clock. */
export interface BucketStore {
  /** Of each key once, in the order asked for. Rejects with StoreUnavailableError when the database is not there. */
  draw(draws: readonly Draw[]): Promise<readonly Drawn[]>;
  /** How long each has nothing to give, in the order asked for; 0 for now. Takes nothing. Rejects like `draw`. */
  look(buckets: readonly Omit<Draw, 'most'>[]): Promise<readonly number[]>;
}
