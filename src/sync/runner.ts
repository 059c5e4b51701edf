/**
 * The acting half of the outbox: takes the lock, reads the truth, lets `decide` decide, performs what it says.
 * The same runner runs in a tab, in the service worker and in a test.
 */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Observable } from '#lib/live-query.ts';
import { observableValue } from '#lib/observable-value.ts';
import {
  activeIds,
  gateProblem,
  initialState,
  isFruitless,
  nextTryAtMs,
  step,
  type Effect,
  type EngineEvent,
  type EngineState,
} from './decide.ts';
import type { EngineStatus } from './engine-status.ts';
import { performer } from './perform.ts';
import type { Chance, Clock, Logger, Office, OutboxStore, RunLock } from './ports.ts';
import { pullChanges, type PullResult } from './pull-changes.ts';

export interface RunnerPorts {
  readonly store: OutboxStore;
  readonly office: Office;
  readonly lock: RunLock;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Logger;
}

export type RunReport =
  | { readonly kind: 'held-elsewhere' }
  | { readonly kind: 'sign-in-needed'; readonly waiting: number }
  /** `waiting` entries are still here; `nextTryAtMs` null when trying by itself will not help. */
  | { readonly kind: 'finished'; readonly waiting: number; readonly nextTryAtMs: number | null };

export interface Runner {
  /**
   * Sends what is due, then follows the feed. A call during a run joins it and hands it what has been added since.
   * Resolves when nothing more can be done now; rejects never.
   */
  run(): Promise<RunReport>;
  status(): Observable<EngineStatus>;
  /** Ends the current run; what was acknowledged stays, the rest waits for the next run. */
  stop(): void;
}

export function createRunner(ports: RunnerPorts): Runner {
  const status = observableValue<EngineStatus>({ kind: 'idle', nextTryAtMs: null, lastProblem: null });
  let fruitlessRuns = 0;
  let current: { readonly done: Promise<RunReport>; readonly addMore: () => void; readonly stop: () => void } | null =
    null;

  function begin(): Promise<RunReport> {
    const stopping = new AbortController();
    let addMore = (): void => undefined;
    const done = ports.lock
      .withLock(async ({ fence, lost }) => {
        const signal = eitherAborted(stopping.signal, lost);
        const accountId = await ports.store.readAccountId();
        if (accountId === null) return ended({ kind: 'sign-in-needed', waiting: 0 }, { kind: 'sign-in-needed' });
        const run = drain(accountId, fence, signal);
        addMore = run.addMore;
        return finish(await run.done, accountId, fence, signal);
      })
      .then((report) =>
        report === 'held-elsewhere' ? ended({ kind: 'held-elsewhere' }, { kind: 'elsewhere' }) : report,
      )
      .catch((error: unknown) => {
        ports.log.warn('run-failed', { name: error instanceof Error ? error.name : 'unknown' });
        fruitlessRuns += 1;
        return ended({ kind: 'finished', waiting: 1, nextTryAtMs: ports.clock.nowMs() + 60_000 }, idle(null));
      })
      .finally(() => {
        current = null;
      });
    current = { done, addMore: () => addMore(), stop: () => stopping.abort() };
    return done;
  }

  function drain(accountId: string, fence: number, signal: AbortSignal) {
    let state: EngineState = initialState(accountId, ports.clock.nowMs());
    const perform = performer(ports, fence, signal);
    const pending = new Set<Promise<void>>();
    const track = (work: Promise<void>): void => {
      const tracked = work
        .catch((error: unknown) => {
          if (!signal.aborted)
            ports.log.warn('effect-failed', { name: error instanceof Error ? error.name : 'unknown' });
        })
        .finally(() => pending.delete(tracked));
      pending.add(tracked);
    };
    const dispatch = (event: EngineEvent): void => {
      const next = step(state, event);
      state = next.state;
      publish(state);
      for (const effect of next.effects) {
        track(
          perform(effect, entryOf(state, effect)).then((outcome) => {
            if (!signal.aborted) dispatch(outcome);
          }),
        );
      }
    };
    const addMore = (): void => {
      track(
        ports.store
          .readWaiting(accountId)
          .then((entries) => dispatch({ type: 'entries-added', entries, nowMs: ports.clock.nowMs() })),
      );
    };
    track(
      ports.store.readWaiting(accountId).then((entries) => {
        if (entries.length > 0) dispatch({ type: 'started', entries, nowMs: ports.clock.nowMs() });
      }),
    );
    const done = (async () => {
      while (pending.size > 0 && !signal.aborted) await Promise.race(pending);
      return state;
    })();
    return { done, addMore };
  }

  async function finish(state: EngineState, accountId: string, fence: number, signal: AbortSignal): Promise<RunReport> {
    fruitlessRuns = isFruitless(state) ? fruitlessRuns + 1 : 0;
    const waiting = [...state.lanes.values()].filter(({ entry }) => entry.delivery.state === 'waiting').length;
    if (state.gate.kind === 'sign-in-needed')
      return ended({ kind: 'sign-in-needed', waiting }, { kind: 'sign-in-needed' });
    const reachable = state.gate.kind === 'open' || state.lanes.size === 0;
    const pulled = reachable && !signal.aborted ? await pullQuietly(accountId, fence, signal) : 'later';
    const isOffered = pulled === 'offered-again';
    const next = isOffered ? ports.clock.nowMs() : nextTryAtMs(state, fruitlessRuns, ports.chance());
    return ended(
      { kind: 'finished', waiting: isOffered ? Math.max(1, waiting) : waiting, nextTryAtMs: next },
      { kind: 'idle', nextTryAtMs: next, lastProblem: gateProblem(state) },
    );
  }

  async function pullQuietly(accountId: string, fence: number, signal: AbortSignal): Promise<PullResult> {
    try {
      return await pullChanges(ports, accountId, fence, signal);
    } catch (error) {
      if (!signal.aborted) ports.log.warn('pull-failed', { name: error instanceof Error ? error.name : 'unknown' });
      return 'later';
    }
  }

  function publish(state: EngineState): void {
    const applicationIds = activeIds(state);
    if (applicationIds.length > 0) status.set({ kind: 'sending', applicationIds });
  }

  function ended(report: RunReport, next: EngineStatus): RunReport {
    status.set(next);
    return report;
  }

  return {
    run() {
      if (current === null) return begin();
      current.addMore();
      return current.done;
    },
    status: () => status,
    stop: () => current?.stop(),
  };
}

const idle = (nextTry: number | null): EngineStatus => ({ kind: 'idle', nextTryAtMs: nextTry, lastProblem: null });

function entryOf(state: EngineState, effect: Effect): OutboxEntry | undefined {
  return effect.type === 'request' ? state.lanes.get(effect.request.applicationId)?.entry : undefined;
}

function eitherAborted(first: AbortSignal, second: AbortSignal): AbortSignal {
  const either = new AbortController();
  for (const signal of [first, second]) {
    if (signal.aborted) either.abort();
    else signal.addEventListener('abort', () => either.abort(), { once: true });
  }
  return either.signal;
}
