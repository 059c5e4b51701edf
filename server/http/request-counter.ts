import { type Limit, tokenBuckets } from './token-buckets.ts';

/** What one request is counted under. */
export type Wanted = readonly (readonly [key: string, limit: Limit])[];

/** Counts requests: those of one server, or of several together. */
export interface RequestCounter {
  /** Null: go on. Else one of the limits is reached, and for how long. */
  take(wanted: Wanted, nowMs: number): Promise<{ readonly retryAfterMs: number } | null>;
  /** The same, and nothing is counted. */
  look(wanted: Wanted, nowMs: number): Promise<{ readonly retryAfterMs: number } | null>;
}

export function countAlone(): RequestCounter {
  const buckets = tokenBuckets();
  const first = (how: 'take' | 'look') => async (wanted: Wanted, nowMs: number) => {
    for (const [key, limit] of wanted) {
      const refused = buckets[how](key, limit, nowMs);
      if (refused !== null) return refused;
    }
    return null;
  };
  return { take: first('take'), look: first('look') };
}
