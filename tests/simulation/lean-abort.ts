/**
 * The platform's AbortController as far as the engine uses it: a flag, a reason and listeners in the order in which they
 * came. Node's own makes an event, an exception with its trace and several maps for each, a tenth of a seed's time.
 */

/** One for all: its trace, which nobody reads, costs more than the rest. */
const noReason = new Error('aborted');

class LeanSignal {
  aborted = false;
  reason: unknown;
  #listeners: (() => void)[] = [];

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.push(listener);
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? noReason;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}

class LeanController {
  readonly signal = new LeanSignal();

  abort(reason?: unknown): void {
    this.signal.abort(reason);
  }
}

/** From now on, in this thread. */
export function useLeanAbort(): void {
  Reflect.set(globalThis, 'AbortController', LeanController);
}
