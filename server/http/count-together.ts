import type { BucketStore } from '../stores/bucket-store.ts';
import { countAlone, type RequestCounter, type Wanted } from './request-counter.ts';
import type { Limit } from './token-buckets.ts';

/** So much of what may come at once is drawn in one go, so that one request in many asks the database. */
const lotOfBurst = 1 / 50;
/** What was drawn and not used by then is worth nothing any more. */
const lotMs = 10_000;
/** A request waits no longer than that for the database; and so long each server counts alone once it had to. */
const patienceMs = 1000;
const aloneMs = 5000;
const mostLots = 50_000;

interface Lot {
  readonly key: string;
  readonly limit: Limit;
  tokens: number;
  untilMs: number;
  refusedUntilMs: number;
  /** Requests that have not been let go on or refused yet. */
  waiting: number;
  drawing: Promise<void> | null;
}

export interface CountTogetherParts {
  readonly store: BucketStore;
  /** What a key is called in the database: it says nothing of an address or an account. */
  readonly macOf: (key: string) => string;
  /** The database does not answer, and this server counts alone for a while. */
  readonly onAlone: () => void;
}

/**
 * One count for all servers of a database: nothing goes through that was not drawn from the common bucket before. Who is
 * refused asks nobody until that is over. Without the database a server counts alone, as one with a database of its own does.
 */
export function countTogether({ store, macOf, onAlone }: CountTogetherParts): RequestCounter {
  const alone = countAlone();
  const lots = new Map<string, Lot>();
  let aloneUntilMs = Number.NEGATIVE_INFINITY;

  function lotOf(key: string, limit: Limit, nowMs: number): Lot {
    const known = lots.get(key);
    if (known !== undefined) return known;
    prune(lots, nowMs);
    const lot = { key, limit, tokens: 0, untilMs: 0, refusedUntilMs: 0, waiting: 0, drawing: null };
    lots.set(key, lot);
    return lot;
  }

  async function draw(empty: readonly Lot[], nowMs: number): Promise<void> {
    const drawn = await inTime(
      store.draw(
        empty.map(({ key, limit, waiting }) => ({
          key: macOf(key),
          ...limit,
          most: Math.max(1, waiting, Math.floor(limit.burst * lotOfBurst)),
        })),
      ),
    );
    for (const [index, lot] of empty.entries()) {
      const { given = 0, retryAfterMs = 0 } = drawn[index] ?? {};
      lot.tokens = given;
      lot.untilMs = nowMs + lotMs;
      lot.refusedUntilMs = given > 0 ? 0 : nowMs + retryAfterMs;
    }
  }

  /** Of each a lot that somebody draws already, or one that is drawn now: all of them in one go. */
  async function fill(empty: readonly Lot[], nowMs: number): Promise<void> {
    const idle = empty.filter(({ drawing }) => drawing === null);
    if (idle.length > 0) {
      const drawing = draw(idle, nowMs).finally(() => {
        for (const lot of idle) lot.drawing = null;
      });
      for (const lot of idle) lot.drawing = drawing;
    }
    await Promise.all(empty.map(async ({ drawing }) => drawing));
  }

  async function takeTogether(wanted: Wanted, nowMs: number) {
    const own = [...new Set(wanted.map(([key, limit]) => lotOf(key, limit, nowMs)))];
    for (const lot of own) lot.waiting += 1;
    try {
      for (;;) {
        const refused = own.find(({ refusedUntilMs }) => refusedUntilMs > nowMs);
        if (refused !== undefined) return { retryAfterMs: refused.refusedUntilMs - nowMs };
        const empty = own.filter(({ tokens, untilMs }) => tokens < 1 || untilMs <= nowMs);
        if (empty.length === 0) {
          for (const lot of own) lot.tokens -= 1;
          return null;
        }
        await fill(empty, nowMs);
      }
    } finally {
      for (const lot of own) lot.waiting -= 1;
    }
  }

  async function lookTogether(wanted: Wanted, nowMs: number) {
    const own = wanted.map(([key, limit]) => lots.get(key) ?? { key, limit, tokens: 0, untilMs: 0, refusedUntilMs: 0 });
    const refused = own.find(({ refusedUntilMs }) => refusedUntilMs > nowMs);
    if (refused !== undefined) return { retryAfterMs: refused.refusedUntilMs - nowMs };
    const empty = own.filter(({ tokens, untilMs }) => tokens < 1 || untilMs <= nowMs);
    const waits = await inTime(store.look(empty.map(({ key, limit }) => ({ key: macOf(key), ...limit }))));
    const retryAfterMs = Math.max(0, ...waits);
    return retryAfterMs > 0 ? { retryAfterMs } : null;
  }

  const orAlone =
    (how: 'take' | 'look', together: typeof takeTogether): RequestCounter['take'] =>
    async (wanted, nowMs) => {
      if (nowMs < aloneUntilMs) return alone[how](wanted, nowMs);
      try {
        return await together(wanted, nowMs);
      } catch {
        if (nowMs >= aloneUntilMs) onAlone();
        aloneUntilMs = nowMs + aloneMs;
        return alone[how](wanted, nowMs);
      }
    };
  return { take: orAlone('take', takeTogether), look: orAlone('look', lookTogether) };
}

/** First what says nothing any more; then the oldest. */
function prune(lots: Map<string, Lot>, nowMs: number): void {
  if (lots.size < mostLots) return;
  for (const [key, lot] of lots)
    if (lot.drawing === null && lot.untilMs <= nowMs && lot.refusedUntilMs <= nowMs) lots.delete(key);
  for (const key of lots.keys()) {
    if (lots.size < mostLots) return;
    lots.delete(key);
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The database is late')), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
