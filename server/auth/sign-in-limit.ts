interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

const minuteS = 60;
/** So many failures at once, and one more after so long. */
const limits = {
  loginAndAddress: { burst: 5, perSecond: 1 / (4 * minuteS) },
  login: { burst: 20, perSecond: 1 / (6 * minuteS) },
  address: { burst: 60, perSecond: 3 / minuteS },
};

/** One count for all servers of a database, where there are several. */
export interface TriesCounter {
  /** Null: go on. */
  take(wanted: Wanted, nowMs: number): Promise<Refused | null>;
  /** The same, and nothing is counted. */
  look(wanted: Wanted, nowMs: number): Promise<Refused | null>;
}

type Wanted = readonly (readonly [key: string, limit: Limit])[];
export interface Refused {
  readonly retryAfterMs: number;
}

export interface SignInLimit {
  /** Asked of every try, before anything is said of it. Null: go on. */
  look(login: string, address: string, nowMs: number): Promise<Refused | null>;
  /** Counts one that failed. What is over the limit is not told that it failed, so that many at once don't slip through. */
  failed(login: string, address: string, nowMs: number): Promise<Refused | null>;
}

export function signInLimit(counter: TriesCounter): SignInLimit {
  return {
    look: (login, address, nowMs) => counter.look(wanted(login, address), nowMs),
    failed: (login, address, nowMs) => counter.take(wanted(login, address), nowMs),
  };
}

const wanted = (login: string, address: string): Wanted => [
  [`sign-in of ${login} from ${address}`, limits.loginAndAddress],
  [`sign-in of ${login}`, limits.login],
  [`sign-in from ${address}`, limits.address],
];
