/**
 * The deciding half of the outbox: a pure reducer. Time and chance come in with the events; nothing here reads a
 * clock, rolls dice, or speaks to the network or the store.
 */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { assertNever } from '#lib/assert-never.ts';
import { backoffMs } from '#lib/backoff.ts';
import { afterAnswer } from './after-answer.ts';
import type { Answer, Request } from './answer.ts';
import { nothingBeyond, type Beyond } from './beyond.ts';
import { gateAfterIdentity, type Gate } from './gate.ts';
import { leftBytes, nextRequest, type KnownOffset } from './next-request.ts';
import { initialPieceBytes, nextPieceBytes } from './piece-size.ts';
import type { CommitResult, Outcome } from './ports.ts';
import { asChosen, dueAtMs, mayGo, notLater, waitingUntil } from './stored-choice.ts';
import { retryPolicy, steppedBack, type Closing } from './verdict.ts';

/** Applications in flight at once. Inside one, requests go one after another. */
const maxLanes = 3;
/** What one entry is answered may be the entry's fault; two different ones in a row speak for the office or the network. */
const lanesThatCloseTheGate = 2;

type Activity = 'resting' | 'asking' | 'saving' | 'unsaved' | 'ended';

interface Lane {
  /** As last stored, or as it is being stored while `saving`. */
  readonly entry: OutboxEntry;
  readonly activity: Activity;
  readonly known: KnownOffset | null;
}

export interface EngineState {
  readonly accountId: string;
  readonly gate: Gate;
  readonly lanes: ReadonlyMap<string, Lane>;
  /** Lanes whose last answer spoke against going on at all, since the last good answer of any lane. */
  readonly closingLanes: ReadonlySet<string>;
  /** Lanes that were answered 401 while the office knows us. */
  readonly unwelcomeLanes: ReadonlySet<string>;
  /** Something that the office said was stored in this run. */
  readonly hasProgress: boolean;
  readonly beyond: Beyond;
  readonly pieceBytes: number;
  /** The person keeps this connection for other things: only what they released by hand goes over it. */
  readonly onlyReleased: boolean;
  readonly nowMs: number;
}

export type EngineEvent =
  | {
      /** 'entries-added': the person sent more, or chose otherwise, while the run was going on. */
      readonly type: 'started' | 'entries-added';
      readonly entries: readonly OutboxEntry[];
      readonly nowMs: number;
      readonly onlyReleased?: boolean;
    }
  | {
      readonly type: 'identified';
      readonly outcome: Outcome<{ readonly accountId: string }>;
      readonly nowMs: number;
      readonly chance: number;
    }
  | {
      readonly type: 'answered';
      readonly applicationId: string;
      readonly answer: Answer;
      readonly nowMs: number;
      readonly chance: number;
    }
  | {
      readonly type: 'committed';
      readonly applicationId: string;
      readonly result: CommitResult;
      readonly nowMs: number;
    };

export type Effect =
  | { readonly type: 'identify' }
  | { readonly type: 'request'; readonly request: Request }
  | {
      readonly type: 'commit';
      readonly applicationId: string;
      readonly change: Pick<OutboxEntry, 'documents' | 'delivery'>;
      readonly durability: 'strict' | 'relaxed';
    };

export interface Step {
  readonly state: EngineState;
  readonly effects: readonly Effect[];
}

export function initialState(accountId: string, nowMs: number): EngineState {
  return {
    accountId,
    gate: { kind: 'unproven' },
    lanes: new Map(),
    closingLanes: new Set(),
    unwelcomeLanes: new Set(),
    hasProgress: false,
    beyond: nothingBeyond,
    pieceBytes: initialPieceBytes,
    onlyReleased: false,
    nowMs,
  };
}

export function step(state: EngineState, event: EngineEvent): Step {
  const now = { ...state, nowMs: event.nowMs };
  switch (event.type) {
    case 'started':
      return { state: withEntries(now, event), effects: [{ type: 'identify' }] };
    case 'entries-added':
      return startLanes(withEntries(now, event));
    case 'identified':
      return identified(now, gateAfterIdentity(state.accountId, event.outcome, event.nowMs), event.chance);
    case 'answered':
      return answered(now, event.applicationId, event.answer, event.chance);
    case 'committed':
      return startLanes(committed(now, event.applicationId, event.result));
    default:
      return assertNever(event);
  }
}

/** Lanes that something is being done for: the run goes on while there are any, or while identity is unproven. */
export function activeIds(state: EngineState): readonly string[] {
  return [...state.lanes]
    .filter(([, lane]) => lane.activity === 'asking' || lane.activity === 'saving')
    .map(([id]) => id);
}

/**
 * When it is worth trying again by itself; null when only a person, a sign-in or an update helps.
 * @param fruitlessRuns runs in a row, this one included, that ended in silence or could not be stored
 */
export function nextTryAtMs(state: EngineState, fruitlessRuns: number, chance: number): number | null {
  if (state.gate.kind === 'sign-in-needed' || state.gate.kind === 'update-needed' || state.gate.kind === 'fenced')
    return null;
  const times = [...state.lanes.values()].flatMap(({ entry, activity }) =>
    (entry.delivery.state === 'waiting' && mayGo(state.onlyReleased, entry)) || activity === 'unsaved'
      ? [waitingUntil(entry, state.nowMs)]
      : [],
  );
  if (state.beyond.soonestMs !== null) times.push(state.beyond.soonestMs);
  if (times.length === 0) return null;
  const soonest = Math.max(state.nowMs, Math.min(...times));
  if (state.gate.kind === 'busy') return Math.max(soonest, state.gate.untilMs);
  return fruitlessRuns === 0 ? soonest : Math.max(soonest, state.nowMs + backoffMs(retryPolicy, fruitlessRuns, chance));
}

/** The run brought nothing that the next one, made at once, would not repeat. */
export function isFruitless(state: EngineState): boolean {
  if ([...state.lanes.values()].some(({ activity }) => activity === 'unsaved')) return true;
  return state.gate.kind === 'silence' && !state.hasProgress;
}

/**
 * Rows as read from the store join the run. A lane that is already known keeps its own, fresher entry; only its
 * waiting time may become shorter, and an entry that a person put back in line begins anew. What the person chose for
 * it is always as stored: it holds from the next request on.
 */
function withEntries(
  state: EngineState,
  { entries, onlyReleased = false }: Extract<EngineEvent, { readonly entries: readonly OutboxEntry[] }>,
): EngineState {
  const lanes = new Map(state.lanes);
  for (const entry of entries) {
    const lane = lanes.get(entry.applicationId);
    const requeued = lane?.activity === 'ended' && lane.entry.delivery.state === 'needs-person';
    if (lane === undefined || requeued) lanes.set(entry.applicationId, { entry, activity: 'resting', known: null });
    else if (lane.activity === 'resting')
      lanes.set(entry.applicationId, { ...lane, entry: asChosen(notLater(lane.entry, entry), entry) });
    else lanes.set(entry.applicationId, { ...lane, entry: asChosen(lane.entry, entry) });
  }
  return { ...state, lanes, onlyReleased };
}

/**
 * The office has said who it takes us for. Lanes that were answered 401 although it knows us are at fault themselves:
 * they step back, and the others go on (I11).
 */
function identified(state: EngineState, gate: Gate, chance: number): Step {
  const next = { ...state, gate, unwelcomeLanes: new Set<string>() };
  if (gate.kind !== 'open') return { state: next, effects: [] };
  const lanes = new Map(state.lanes);
  const effects: Effect[] = [];
  for (const applicationId of state.unwelcomeLanes) {
    const lane = lanes.get(applicationId);
    if (lane?.entry.delivery.state !== 'waiting') continue;
    const { documents, delivery } = steppedBack(lane.entry, lane.entry.delivery, { nowMs: state.nowMs, chance });
    lanes.set(applicationId, { entry: { ...lane.entry, documents, delivery }, known: null, activity: 'saving' });
    effects.push({ type: 'commit', applicationId, change: { documents, delivery }, durability: 'relaxed' });
  }
  const started = startLanes({ ...next, lanes });
  return { state: started.state, effects: [...effects, ...started.effects] };
}

function answered(state: EngineState, applicationId: string, answer: Answer, chance: number): Step {
  const lane = state.lanes.get(applicationId);
  if (lane?.activity !== 'asking' || lane.entry.delivery.state !== 'waiting') return { state, effects: [] };
  const verdict = afterAnswer(lane.entry, lane.entry.delivery, answer, { nowMs: state.nowMs, chance });
  const entry: OutboxEntry = { ...lane.entry, documents: verdict.documents, delivery: verdict.delivery };
  const next: EngineState = {
    ...afterClosing(state, applicationId, answer, verdict.closing),
    pieceBytes: nextPieceBytes(state.pieceBytes, answer),
    lanes: new Map(state.lanes).set(applicationId, {
      entry,
      known: verdict.known,
      activity: verdict.durability === 'none' ? 'resting' : 'saving',
    }),
  };
  const asks: readonly Effect[] =
    next.gate.kind === 'unproven' && state.gate.kind === 'open' ? [{ type: 'identify' }] : [];
  if (verdict.durability === 'none') {
    const started = startLanes(next);
    return { state: started.state, effects: [...asks, ...started.effects] };
  }
  const change = { documents: entry.documents, delivery: entry.delivery };
  return {
    state: next,
    effects: [...asks, { type: 'commit', applicationId, change, durability: verdict.durability }],
  };
}

/** What an answer to one lane means for all of them. */
function afterClosing(state: EngineState, applicationId: string, answer: Answer, closing: Closing | null): EngineState {
  if (closing === null) {
    return answer.outcome.kind === 'ok' ? { ...state, closingLanes: new Set() } : state;
  }
  if (closing.kind === 'sign-in-needed') {
    const unwelcomeLanes = new Set(state.unwelcomeLanes).add(applicationId);
    return { ...state, unwelcomeLanes, gate: state.gate.kind === 'open' ? { kind: 'unproven' } : state.gate };
  }
  const closingLanes = new Set(state.closingLanes).add(applicationId);
  const isClosed = state.gate.kind === 'open' && closingLanes.size >= lanesThatCloseTheGate;
  return { ...state, closingLanes, gate: isClosed ? closing : state.gate };
}

function committed(state: EngineState, applicationId: string, result: CommitResult): EngineState {
  const lane = state.lanes.get(applicationId);
  if (lane === undefined) return state;
  const become = (activity: Activity): EngineState['lanes'] =>
    new Map(state.lanes).set(applicationId, { ...lane, activity });
  const { delivery } = lane.entry;
  switch (result.kind) {
    case 'stored':
      return { ...state, hasProgress: true, lanes: become(delivery.state === 'waiting' ? 'resting' : 'ended') };
    case 'gone': {
      const lanes = new Map(state.lanes);
      lanes.delete(applicationId);
      return { ...state, lanes };
    }
    case 'fenced':
      return { ...state, gate: { kind: 'fenced' }, lanes: become('unsaved') };
    case 'failed':
      // How far a file has come is asked of the office again by whoever needs it: a full disk does not stop an upload.
      if (delivery.state === 'waiting' && result.reason === 'quota') return { ...state, lanes: become('resting') };
      // The phone could not keep what the office said. The stored row still says "waiting", so a later run asks again.
      return { ...state, lanes: become('unsaved') };
    default:
      return assertNever(result);
  }
}

/**
 * Fewest failures first, so that an entry that fails stands behind those that might not; then applications before
 * files, then what is soonest whole, then the oldest.
 */
function startLanes(state: EngineState): Step {
  if (state.gate.kind !== 'open') return { state, effects: [] };
  const room = maxLanes - activeIds(state).length;
  const due = [...state.lanes.values()]
    .flatMap((lane) => {
      const { delivery } = lane.entry;
      const isDue =
        lane.activity === 'resting' &&
        delivery.state === 'waiting' &&
        mayGo(state.onlyReleased, lane.entry) &&
        dueAtMs(delivery.nextTryAtMs, state.nowMs) <= state.nowMs;
      return isDue ? [{ lane, attempts: delivery.attempts, leftBytes: leftBytes(lane.entry) }] : [];
    })
    .toSorted(
      (a, b) => a.attempts - b.attempts || a.leftBytes - b.leftBytes || a.lane.entry.sequence - b.lane.entry.sequence,
    )
    .slice(0, Math.max(0, room));
  const lanes = new Map(state.lanes);
  const effects: Effect[] = [];
  for (const { lane } of due) {
    const request = nextRequest(lane.entry, lane.known, state.pieceBytes);
    if (request === null) continue;
    lanes.set(lane.entry.applicationId, { ...lane, activity: 'asking' });
    effects.push({ type: 'request', request });
  }
  return { state: { ...state, lanes }, effects };
}
