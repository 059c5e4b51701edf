/** So many at once, and so many more every second. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

export interface TokenBuckets {
  /** Null: go on. Nothing is taken by a request that is refused. */
  take(key: string, limit: Limit, nowMs: number): { readonly retryAfterMs: number } | null;
  /** The same, and nothing is taken. */
  look(key: string, limit: Limit, nowMs: number): { readonly retryAfterMs: number } | null;
}

interface Bucket {
  tokens: number;
  atMs: number;
  readonly limit: Limit;
}

const mostBuckets = 50_000;

/** In the memory of one process: a restart forgives, and two servers allow twice as much. Keys never leave it. */
export function tokenBuckets(): TokenBuckets {
  const buckets = new Map<string, Bucket>();

  /** A bucket that is full again says no more than one that is not there. */
  function prune(nowMs: number): void {
    if (buckets.size < mostBuckets) return;
    for (const [key, bucket] of buckets) if (filled(bucket, nowMs) >= bucket.limit.burst) buckets.delete(key);
    for (const key of buckets.keys()) {
      if (buckets.size < mostBuckets) return;
      buckets.delete(key);
    }
  }

  return {
    take: (key, limit, nowMs) => {
      prune(nowMs);
      const bucket = buckets.get(key) ?? { tokens: limit.burst, atMs: nowMs, limit };
      buckets.set(key, bucket);
      bucket.tokens = filled(bucket, nowMs);
      bucket.atMs = Math.max(bucket.atMs, nowMs);
      const refused = refusalOf(bucket.tokens, limit);
      if (refused !== null) return refused;
      bucket.tokens -= 1;
      return null;
    },
    look: (key, limit, nowMs) => {
      const bucket = buckets.get(key);
      return bucket === undefined ? null : refusalOf(filled(bucket, nowMs), limit);
    },
  };
}

function refusalOf(tokens: number, { perSecond }: Limit): { readonly retryAfterMs: number } | null {
  return tokens < 1 ? { retryAfterMs: Math.ceil(((1 - tokens) / perSecond) * 1000) } : null;
}

/** A clock that goes back fills nothing. */
function filled({ tokens, atMs, limit }: Bucket, nowMs: number): number {
  return Math.min(limit.burst, tokens + (Math.max(0, nowMs - atMs) / 1000) * limit.perSecond);
}
