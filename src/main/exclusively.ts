import type { Driver } from '#sync/driver.ts';
import type { Clock, RunLock } from '#sync/ports.ts';

/** Between tabs: "let go of the outbox for a moment". */
export interface YieldCalls {
  ask(): void;
  onAsked(asked: () => void): void;
}

export type Exclusively = <T>(work: () => Promise<T>) => Promise<T | 'held-elsewhere' | 'unavailable'>;

const tryEveryMs = 200;
/** 20 s: longer than it takes to take over from a holder that froze. */
const mostTries = 100;
const askEveryTries = 10;
/** A tab that has let go waits for longer than it takes to be asked again. */
const yieldForMs = 3_000;

/**
 * Work outside of any run of the outbox: this tab's run ends first and no other begins, other tabs are asked to let
 * go, and the worker, which can't be asked, is waited for. Not for ever.
 */
export function createExclusively(ports: {
  readonly lock: RunLock;
  readonly driver: Pick<Driver, 'pause' | 'resume'>;
  readonly clock: Clock;
  readonly others: YieldCalls;
}): Exclusively {
  const { lock, driver, clock, others } = ports;
  let ownWork = 0;
  let yielding = new AbortController();
  const resume = (): void => {
    if (ownWork === 0) driver.resume();
  };

  others.onAsked(() => {
    if (ownWork > 0) return;
    driver.pause();
    yielding.abort();
    yielding = new AbortController();
    clock.sleep(yieldForMs, yielding.signal).then(resume, () => undefined);
  });

  async function untilFree<T>(work: () => Promise<T>): Promise<T | 'held-elsewhere' | 'unavailable'> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const result = await lock.withLock(work);
      if (result !== 'held-elsewhere') return result;
      if (tries % askEveryTries === 0) others.ask();
      await clock.sleep(tryEveryMs, new AbortController().signal);
    }
    return 'held-elsewhere';
  }

  return async (work) => {
    ownWork += 1;
    yielding.abort();
    driver.pause();
    try {
      return await untilFree(work);
    } finally {
      ownWork -= 1;
      resume();
    }
  };
}
