/** One pass over what waits: events in, effects out, until nothing more can be done for now. */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { initialState, step, type Effect, type EngineEvent, type EngineState } from './decide.ts';
import { performer } from './perform.ts';
import type { Chance, Clock, Logger, Office, OutboxStore } from './ports.ts';

export interface DrainPorts {
  readonly store: OutboxStore;
  readonly office: Office;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Logger;
  /** Whether the person keeps the connection of this moment for what they release by hand. */
  readonly onlyReleased?: () => Promise<boolean>;
}

export interface Drain {
  /** Rejects when the store gives no answer; resolves early, with what is known, when the signal is aborted. */
  readonly done: Promise<EngineState>;
  /** Takes in what was sent off since. False when the pass is over, so that somebody else has to. */
  addMore(): boolean;
}

export function drain(
  ports: DrainPorts,
  accountId: string,
  fence: number,
  signal: AbortSignal,
  onState: (state: EngineState) => void,
): Drain {
  let state: EngineState = initialState(accountId, ports.clock.nowMs());
  let isOver = false;
  const perform = performer(ports, fence, signal);
  const pending = new Set<Promise<void>>();
  const over = withResolvers();
  // At once, so that nobody hands in more between the end and its being heard.
  const end = (): void => {
    isOver = true;
    over.resolve();
  };
  signal.addEventListener('abort', end, { once: true });

  function track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => {
        if (!signal.aborted) ports.log.warn('effect-failed', { name: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => {
        pending.delete(tracked);
        if (pending.size === 0) end();
      });
    pending.add(tracked);
  }

  function dispatch(event: EngineEvent): void {
    if (isOver || signal.aborted) return;
    const next = step(state, event);
    state = next.state;
    onState(state);
    for (const effect of next.effects) track(perform(effect, entryOf(state, effect)).then(dispatch));
  }

  const look = async () => {
    const onlyReleased = (await ports.onlyReleased?.()) ?? false;
    return { entries: await ports.store.readWaiting(accountId), onlyReleased, nowMs: ports.clock.nowMs() };
  };
  const begun = look().then((seen) => dispatch({ type: 'started', ...seen }));
  track(begun);
  const done = Promise.all([begun, over.promise]).then(() => state);

  return {
    done,
    addMore() {
      if (isOver) return false;
      track(look().then((seen) => dispatch({ type: 'entries-added', ...seen })));
      return true;
    },
  };
}

function entryOf(state: EngineState, effect: Effect): OutboxEntry | undefined {
  return effect.type === 'request' ? state.lanes.get(effect.request.applicationId)?.entry : undefined;
}

/** `Promise.withResolvers` is younger than some of the phones. */
function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
