/**
 * Decides when to run. A connection reported by the browser is a hint to try, never a reason to report; a person's
 * own action always tries. Offline and idle, there is no timer and no request.
 */
import type { Clock } from './ports.ts';
import type { Runner, RunReport } from './runner.ts';

export interface Signals {
  /** Calls back when trying is worth it: connection back, focus, visible, another tab's call. Returns a way to stop. */
  onWake(wake: () => void): () => void;
  /** The browser's own word, used for timers only. */
  isProbablyOnline(): boolean;
  /** Somebody is looking: the only time in which the feed is polled. */
  isVisible(): boolean;
  /** Tells the other tabs and the worker that there is more to send. */
  tellOthers(): void;
  /** Asks the browser to wake the service worker when there is a connection; does nothing where it can't. */
  requestBackgroundSync(): Promise<void>;
}

export interface Driver {
  start(): void;
  /** Now, whatever the back-off says; used after Kirim, "Kirim sekarang" and sign-in. */
  poke(): void;
  stop(): void;
}

type Why = 'person' | 'signal' | 'time';

const heldElsewhereRetryMs = 5_000;
const pollMs = 60_000;

export function createDriver(ports: {
  readonly runner: Runner;
  readonly clock: Clock;
  readonly signals: Signals;
}): Driver {
  const { runner, clock, signals } = ports;
  let timer: AbortController | null = null;
  let stopWaking: (() => void) | null = null;

  function later(delayMs: number): void {
    timer?.abort();
    timer = null;
    if (stopWaking === null || !signals.isProbablyOnline()) return;
    const own = new AbortController();
    timer = own;
    clock.sleep(delayMs, own.signal).then(
      () => go('time'),
      () => undefined,
    );
  }

  function afterRun(report: RunReport, why: Why): void {
    switch (report.kind) {
      case 'held-elsewhere':
        // Only a person's own action is passed on: two pages that pass on what they were told call each other for ever.
        if (why === 'person') signals.tellOthers();
        later(heldElsewhereRetryMs);
        return;
      case 'sign-in-needed':
        return;
      case 'finished':
        if (report.waiting > 0) void signals.requestBackgroundSync();
        if (report.nextTryAtMs !== null) later(Math.max(0, report.nextTryAtMs - clock.nowMs()));
        else if (signals.isVisible()) later(pollMs);
    }
  }

  function go(why: Why): void {
    timer?.abort();
    timer = null;
    void runner.run().then((report) => afterRun(report, why));
  }

  return {
    start() {
      stopWaking ??= signals.onWake(() => go('signal'));
      go('signal');
    },
    poke: () => go('person'),
    stop() {
      stopWaking?.();
      stopWaking = null;
      timer?.abort();
      runner.stop();
    },
  };
}
