/** When it is done by itself. */
export const firstSweepMs = 60_000;
export const sweepEveryMs = 6 * 60 * 60 * 1000;

export interface RetentionTimer {
  /** Ends the sweep that runs, at the next small step, and begins none. */
  stop(): Promise<void>;
}

/** One sweep at a time; one that fails is tried again with the next. @param sweep stops at the next step when aborted */
export function startRetention(
  sweep: (signal: AbortSignal) => Promise<void>,
  onFailure: (error: unknown) => void,
): RetentionTimer {
  const stopping = new AbortController();
  let running = Promise.resolve();
  let timer = later(firstSweepMs);

  function later(ms: number): NodeJS.Timeout {
    // By itself it keeps no process alive.
    return setTimeout(() => {
      running = sweep(stopping.signal)
        .catch(onFailure)
        .then(() => {
          if (!stopping.signal.aborted) timer = later(sweepEveryMs);
        });
    }, ms).unref();
  }

  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
