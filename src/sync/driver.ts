/**
 * Decides when to run. A connection reported by the browser is a hint to try, never a reason to report; a person's
 * own action always tries. Offline and idle, there is no timer and no request.
 */
import { longestWaitMs } from './longest-wait.ts';
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
  /** Ends the current run and begins none until `resume`, which makes up for what was called in between. */
  pause(): void;
  resume(): void;
  stop(): void;
}

type Why = 'person' | 'signal' | 'time';

const heldElsewhereRetryMs = 5_000;
const pollMs = 60_000;
const superseded = new Error('another time was set');

export function createDriver(ports: {
  readonly runner: Runner;
  readonly clock: Clock;
  readonly signals: Signals;
}): Driver {
  const { runner, clock, signals } = ports;
  let timer: AbortController | null = null;
  let stopWaking: (() => void) | null = null;
  let paused: { calledBy: Why | null } | null = null;

  function forget(): void {
    timer?.abort(superseded);
    timer = null;
  }

  function later(delayMs: number): void {
    forget();
    if (stopWaking === null || !signals.isProbablyOnline()) return;
    const own = new AbortController();
    timer = own;
    clock.sleep(Math.min(longestWaitMs, Math.max(0, delayMs)), own.signal).then(
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
        if (report.nextTryAtMs !== null) later(report.nextTryAtMs - clock.nowMs());
        else if (signals.isVisible()) later(pollMs);
    }
  }

  function go(why: Why): void {
    forget();
    if (paused !== null) {
      if (paused.calledBy !== 'person') paused.calledBy = why;
      return;
    }
    void runner.run(why === 'person' ? 'person' : 'signal').then((report) => afterRun(report, why));
  }

  return {
    start() {
      stopWaking ??= signals.onWake(() => go('signal'));
      go('signal');
    },
    poke() {
      // Before the run, which may take as long as the page lives.
      void signals.requestBackgroundSync();
      go('person');
    },
    pause() {
      paused ??= { calledBy: null };
      runner.stop();
    },
    resume() {
      const why = paused?.calledBy ?? 'signal';
      paused = null;
      go(why);
    },
    stop() {
      stopWaking?.();
      stopWaking = null;
      forget();
      runner.stop();
    },
  };
}
