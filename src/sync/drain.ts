/** One pass over what waits: events in, effects out, until nothing more can be done for now. */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { withResolvers } from '#lib/with-resolvers.ts';
import { activeIds, initialState, step, type Effect, type EngineEvent, type EngineState } from './decide.ts';
import { performer } from './perform.ts';
import type { Chance, Logger, Office, OutboxStore } from './ports.ts';
import { waitingLine, type WaitingLinePorts } from './waiting-line.ts';

export interface DrainPorts extends WaitingLinePorts {
  readonly store: OutboxStore;
  readonly office: Office;
  readonly chance: Chance;
  readonly log: Logger;
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
  const line = waitingLine(ports, accountId);
  let looking = 0;
  let lastLook: Promise<void> = Promise.resolve();
  const perform = performer(ports, fence, signal);
  const pending = new Set<Promise<void>>();
  const over = withResolvers<void>();
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
    if (looking === 0 && !line.isEnough(state)) track(look('entries-added'));
  }

  async function readPages(first: 'started' | 'entries-added'): Promise<void> {
    let type = first;
    while (type === 'started' || !line.isEnough(state)) {
      // Before the rows are read, not after: what ends meanwhile is known still, and stale rows of it begin nothing.
      state = withoutEnded(state);
      const seen = await line.readOn((applicationId) => state.lanes.has(applicationId));
      if (isOver || signal.aborted) return;
      dispatch({ type, ...seen });
      type = 'entries-added';
    }
  }

  /** One look after the other, each from where the last one stopped. */
  function look(first: 'started' | 'entries-added', isAnew = false): Promise<void> {
    looking += 1;
    const looked = lastLook
      .then(() => {
        if (isAnew) line.restart();
        return readPages(first);
      })
      .finally(() => {
        looking -= 1;
      });
    lastLook = looked.catch(() => undefined);
    return looked;
  }

  const begun = look('started');
  track(begun);
  const done = Promise.all([begun, over.promise]).then(() => ({ ...state, beyond: line.beyond() }));

  return {
    done,
    addMore() {
      if (isOver) return false;
      track(look('entries-added', true));
      return true;
    },
  };
}

function withoutEnded(state: EngineState): EngineState {
  const active = new Set(activeIds(state));
  const lanes = [...state.lanes].filter(([id, { activity }]) => activity !== 'ended' || active.has(id));
  return lanes.length === state.lanes.size ? state : { ...state, lanes: new Map(lanes) };
}

function entryOf(state: EngineState, effect: Effect): OutboxEntry | undefined {
  return effect.type === 'request' ? state.lanes.get(effect.request.applicationId)?.entry : undefined;
}
