/**
 * The acting half of the outbox: takes the lock, reads the truth, lets `decide` decide, performs what it says.
 * The same runner runs in a tab, in the service worker and in a test.
 */
import type { Observable } from '#lib/live-query.ts';
import { observableValue } from '#lib/observable-value.ts';
import { activeIds, isFruitless, nextTryAtMs, type EngineState } from './decide.ts';
import { drain, type DrainPorts } from './drain.ts';
import type { EngineStatus } from './engine-status.ts';
import { problemOfGate } from './gate.ts';
import type { Facts } from '#lib/log-line.ts';
import { needsSeal } from './lane.ts';
import { longestWaitMs } from './longest-wait.ts';
import type { Office, RunLock, SendTicket } from './ports.ts';
import { waitingCount } from './waiting-line.ts';
import { pullChanges, type PullResult } from './pull-changes.ts';

export interface RunnerPorts extends DrainPorts {
  readonly lock: RunLock;
  /** What goes out with its owner not signed in. Absent: nothing. */
  readonly byTicket?: {
    read(): Promise<readonly SendTicket[]>;
    office(ticket: SendTicket): Office;
  };
}

export type RunReport =
  | { readonly kind: 'held-elsewhere' }
  | { readonly kind: 'sign-in-needed'; readonly waiting: number }
  /** `waiting` entries are still here; `nextTryAtMs` null when trying by itself will not help. */
  | { readonly kind: 'finished'; readonly waiting: number; readonly nextTryAtMs: number | null };

export interface Runner {
  /**
   * Sends what is due, then follows the feed. A call during a run joins it and hands it what has been added since.
   * A busy office that has named a time is left alone until then, unless a person asks.
   * Resolves when nothing more can be done now; rejects never.
   */
  run(why?: 'person' | 'signal'): Promise<RunReport>;
  status(): Observable<EngineStatus>;
  /** Ends the current run; what was acknowledged stays, the rest waits for the next run. */
  stop(): void;
}

/** What one owner's part of a run came to. */
interface Ended {
  readonly report: RunReport;
  readonly status: EngineStatus;
  /** The office or the network takes nothing more just now, whoever asks. */
  readonly isShut: boolean;
}

/** A store that gave no answer is asked again. */
const storeTroubleMs = 60_000;

interface Run {
  readonly done: Promise<RunReport>;
  addMore(): void;
  stop(): void;
  /** It was stopped, lost its lock, or has looked for the last time: it takes nothing in any more. */
  isEnding(): boolean;
}

/** What a run is handed while it runs. */
interface More {
  /** Hands it to the pass under way; false when that is over. */
  take: () => boolean;
  /** Something came that no pass has looked at. */
  came: boolean;
  /** No pass will look any more. */
  isClosed: boolean;
}

export function createRunner(ports: RunnerPorts): Runner {
  const status = observableValue<EngineStatus>({ kind: 'idle', nextTryAtMs: null, lastProblem: null });
  let fruitlessRuns = 0;
  let busyUntilMs = 0;
  let current: Run | null = null;

  function begin(): Run {
    const stopping = new AbortController();
    const more: More = { take: () => false, came: false, isClosed: false };
    let either: AbortSignal = stopping.signal;
    const done = ports.lock
      .withLock(({ fence, lost }) => {
        either = eitherAborted(stopping.signal, lost);
        return work(fence, either, more);
      })
      .then((report) => {
        if (report === 'held-elsewhere') return ended({ kind: 'held-elsewhere' }, { kind: 'elsewhere' });
        return report === 'unavailable' ? troubled() : report;
      })
      .catch((error: unknown) => {
        ports.log.warn('run-failed', { name: error instanceof Error ? error.name : 'unknown' });
        return troubled();
      })
      .finally(() => {
        current = null;
      });
    return {
      done,
      addMore() {
        more.came = !more.take() || more.came;
      },
      stop: () => stopping.abort(),
      isEnding: () => either.aborted || more.isClosed,
    };
  }

  /** Until nothing has been added that was not looked at. */
  async function work(fence: number, signal: AbortSignal, more: More): Promise<RunReport> {
    for (;;) {
      more.came = false;
      const report = await pass(fence, signal, more);
      // Somebody newer sends, or was let in: it may die at any moment, so this page looks again.
      if (signal.aborted) return ended({ kind: 'held-elsewhere' }, { kind: 'elsewhere' });
      if (more.came) continue;
      // The lock is still ours for as long as the store takes to note that it isn't.
      more.isClosed = true;
      return report;
    }
  }

  async function pass(fence: number, signal: AbortSignal, more: More): Promise<RunReport> {
    const accountId = await ports.store.readAccountId();
    let own: Ended = signInNeeded(0);
    if (accountId !== null) own = await sendAs(accountId, null, fence, signal, more);
    // Not of what is joined to it below: somebody else's queue that waits says nothing of this one.
    const isSentBySession = own.report.kind === 'finished';
    // Everybody's goes under their own name, after whoever uses the phone.
    for (const ticket of own.isShut ? [] : ((await ports.byTicket?.read()) ?? [])) {
      if (signal.aborted) break;
      const isOwn = ticket.ownerId === accountId;
      if (isOwn && isSentBySession) continue;
      const sent = await sendAs(ticket.ownerId, ticket, fence, signal, more);
      own =
        isOwn && sent.report.kind !== 'sign-in-needed'
          ? { ...sent, report: joined(sent.report, own.report) }
          : { ...own, report: joined(own.report, sent.report) };
      if (sent.isShut) break;
    }
    return ended(own.report, own.status);
  }

  /** @param ticket null: by the session */
  async function sendAs(
    accountId: string,
    ticket: SendTicket | null,
    fence: number,
    signal: AbortSignal,
    more: More,
  ): Promise<Ended> {
    const draining = drain(ticket === null ? ports : withTicket(ports, ticket), accountId, fence, signal, publish);
    more.take = draining.addMore;
    const state = await draining.done;
    const { gate } = state;
    fruitlessRuns = isFruitless(state) ? fruitlessRuns + 1 : 0;
    busyUntilMs = gate.kind === 'busy' ? gate.untilMs : 0;
    const waiting = waitingCount(state);
    if (gate.kind === 'fenced')
      return { report: { kind: 'held-elsewhere' }, status: { kind: 'elsewhere' }, isShut: true };
    const pulled =
      ticket === null && gate.kind === 'open' && !signal.aborted
        ? await pullQuietly(accountId, fence, signal)
        : 'later';
    if (gate.kind === 'sign-in-needed' || pulled === 'sign-in-needed') return signInNeeded(waiting);
    const isOffered = pulled === 'offered-again';
    const next = isOffered ? ports.clock.nowMs() : nextTryAtMs(state, fruitlessRuns, ports.chance());
    return {
      report: { kind: 'finished', waiting: isOffered ? Math.max(1, waiting) : waiting, nextTryAtMs: next },
      status: {
        kind: 'idle',
        nextTryAtMs: next,
        lastProblem: problemOfGate(gate),
        ...(needsSeal(state.lanes.values()) && { needsSeal: true }),
        ...(ticket === null ? {} : { isSignedOut: true }),
      },
      isShut: gate.kind !== 'open',
    };
  }

  async function pullQuietly(accountId: string, fence: number, signal: AbortSignal): Promise<PullResult> {
    try {
      return await pullChanges(ports, accountId, fence, signal);
    } catch (error) {
      if (!signal.aborted) ports.log.warn('pull-failed', { name: error instanceof Error ? error.name : 'unknown' });
      return 'later';
    }
  }

  /** Whether anything waits is not known: it is looked at again. */
  function troubled(): RunReport {
    fruitlessRuns += 1;
    const next = ports.clock.nowMs() + storeTroubleMs;
    return ended(
      { kind: 'finished', waiting: 1, nextTryAtMs: next },
      { kind: 'idle', nextTryAtMs: next, lastProblem: null },
    );
  }

  function publish(state: EngineState): void {
    const applicationIds = activeIds(state);
    if (applicationIds.length > 0) status.set({ kind: 'sending', applicationIds });
  }

  function ended(report: RunReport, next: EngineStatus): RunReport {
    status.set(next);
    return report;
  }

  /** A time further ahead than any office may ask for was written by a clock that has been set back since. */
  function isLeftAlone(): boolean {
    const leftMs = busyUntilMs - ports.clock.nowMs();
    return leftMs > 0 && leftMs <= longestWaitMs;
  }

  function runFacts(why: string, report: RunReport, startedMs: number): Facts {
    const nowMs = ports.clock.nowMs();
    const next = report.kind === 'finished' ? report.nextTryAtMs : null;
    return {
      why,
      end: report.kind,
      waiting: report.kind === 'held-elsewhere' ? null : report.waiting,
      inMs: next === null ? null : next - nowMs,
      ms: nowMs - startedMs,
    };
  }

  function run(why: 'person' | 'signal' = 'signal'): Promise<RunReport> {
    if (current?.isEnding() === true) return current.done.then(() => run(why));
    if (current !== null) {
      current.addMore();
      return current.done;
    }
    if (why === 'signal' && isLeftAlone())
      return Promise.resolve({ kind: 'finished', waiting: 1, nextTryAtMs: busyUntilMs });
    current = begin();
    const startedMs = ports.clock.nowMs();
    void current.done.then((report) => ports.log.debug('run', runFacts(why, report, startedMs)));
    return current.done;
  }

  return {
    run,
    status: () => status,
    stop: () => current?.stop(),
  };
}

function signInNeeded(waiting: number): Ended {
  return { report: { kind: 'sign-in-needed', waiting }, status: { kind: 'sign-in-needed' }, isShut: false };
}

/** By a ticket goes what was made on its phone, and nothing that was taken in from another. */
function withTicket(ports: RunnerPorts, ticket: SendTicket): DrainPorts {
  const { store, byTicket } = ports;
  return {
    ...ports,
    office: byTicket?.office(ticket) ?? ports.office,
    store: {
      ...store,
      async readWaiting(...asked) {
        const { entries, nextAfter } = await store.readWaiting(...asked);
        return { entries: entries.filter(({ deviceId }) => deviceId === ticket.deviceId), nextAfter };
      },
    },
  };
}

/** What others have still to send counts where something can be done about it by trying again. */
function joined(own: RunReport, others: RunReport): RunReport {
  if (others.kind === 'held-elsewhere') return others;
  if (others.kind === 'sign-in-needed' || others.nextTryAtMs === null || own.kind === 'held-elsewhere') return own;
  if (own.kind === 'sign-in-needed') return others;
  return {
    kind: 'finished',
    waiting: own.waiting + others.waiting,
    nextTryAtMs: Math.min(own.nextTryAtMs ?? others.nextTryAtMs, others.nextTryAtMs),
  };
}

function eitherAborted(first: AbortSignal, second: AbortSignal): AbortSignal {
  const either = new AbortController();
  for (const signal of [first, second]) {
    if (signal.aborted) either.abort();
    else signal.addEventListener('abort', () => either.abort(), { once: true });
  }
  return either.signal;
}
