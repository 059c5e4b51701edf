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
import { arrived, judged, newLane, saving, type Lane } from './lane.ts';
import { afterPiece, afterSmallRequest, afterTooLarge, initialPace, type Pace } from './piece-size.ts';
import type { CommitResult, Outcome } from './ports.ts';
import { startRequests } from './start-requests.ts';
import { asChosen, mayGo, notLater, waitingUntil } from './stored-choice.ts';
import { retryPolicy, steppedBack, type Closing } from './verdict.ts';

/** What one entry is answered may be the entry's fault; two different ones in a row speak for the office or the network. */
const lanesThatCloseTheGate = 2;

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
  readonly pace: Pace;
  /** The person keeps this connection for other things: only what they released by hand goes over it. */
  readonly onlyReleased: boolean;
  /** Files may be announced while their application is on its way: until one could not be, for whatever reason. */
  readonly announcesAhead: boolean;
  /** When the office was last asked who it takes us for. */
  readonly identifyingSinceMs: number;
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
    pace: initialPace,
    onlyReleased: false,
    announcesAhead: true,
    identifyingSinceMs: nowMs,
    nowMs,
  };
}

export function step(state: EngineState, event: EngineEvent): Step {
  const now = { ...state, nowMs: event.nowMs };
  switch (event.type) {
    case 'started':
      return {
        state: { ...withEntries(now, event), identifyingSinceMs: event.nowMs },
        effects: [{ type: 'identify' }],
      };
    case 'entries-added':
      return startLanes(withEntries(now, event));
    case 'identified':
      return identified(now, gateAfterIdentity(state.accountId, event.outcome, event.nowMs), event.chance);
    case 'answered':
      return answered(now, event.applicationId, event.answer, event.chance);
    case 'committed':
      return committed(now, event.applicationId, event.result);
    default:
      return assertNever(event);
  }
}

/** Lanes that something is being done for: the run goes on while there are any, or while identity is unproven. */
export function activeIds(state: EngineState): readonly string[] {
  return [...state.lanes].filter(([, lane]) => lane.flights.size > 0 || lane.activity === 'saving').map(([id]) => id);
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
    if (lane === undefined || requeued) lanes.set(entry.applicationId, newLane(entry, lane?.flights));
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
  // The first round trip of a run, and the only one that nothing else is on the line with.
  const pace =
    gate.kind === 'open' ? afterSmallRequest(state.pace, state.nowMs - state.identifyingSinceMs) : state.pace;
  const next = { ...state, gate, pace, unwelcomeLanes: new Set<string>() };
  if (gate.kind !== 'open') return { state: next, effects: [] };
  const lanes = new Map(state.lanes);
  const effects: Effect[] = [];
  for (const applicationId of state.unwelcomeLanes) {
    const lane = lanes.get(applicationId);
    if (lane?.entry.delivery.state !== 'waiting' || isOver(lane)) continue;
    const { documents, delivery } = steppedBack(lane.entry, lane.entry.delivery, { nowMs: state.nowMs, chance });
    const after = saving({ ...lane, entry: { ...lane.entry, documents, delivery }, known: new Map() }, 'relaxed');
    lanes.set(applicationId, after);
    if (lane.activity === 'resting') effects.push(commitOf(after, 'relaxed'));
  }
  const started = startLanes({ ...next, lanes });
  return { state: started.state, effects: [...effects, ...started.effects] };
}

function answered(state: EngineState, applicationId: string, said: Answer, chance: number): Step {
  const lane = state.lanes.get(applicationId);
  const subject = said.to === 'submit' ? applicationId : said.documentId;
  const flight = lane?.flights.get(subject);
  if (lane === undefined || flight === undefined) return { state, effects: [] };
  const { answer, pace: known } = afterTooLarge(state.pace, said, flight.lengthBytes);
  const { delivery } = lane.entry;
  if (delivery.state !== 'waiting' || isOver(lane)) return startLanes(withLane(state, arrived(lane, subject)));
  // Nobody is told, and nothing is counted: it is asked again once the office knows the application.
  if (flight.isAhead && answer.outcome.kind !== 'ok')
    return startLanes({ ...withLane(state, arrived(lane, subject)), announcesAhead: false });
  // What is smaller the next time goes at once.
  const tried = { ...delivery, attempts: answer === said ? (lane.attemptsBefore ?? delivery.attempts) : 0 };
  const verdict = afterAnswer(lane.entry, tried, answer, { nowMs: state.nowMs, chance });
  const heard = judged(lane, subject, verdict);
  const after = verdict.durability === 'none' ? heard : saving(heard, verdict.durability);
  const pace =
    answer.to === 'send-piece'
      ? afterPiece(known, answer, flight.lengthBytes, flight.arrivedBefore)
      : afterSmall(state, answer, flight.startedAtMs);
  const closed = { ...withLane(afterClosing(state, applicationId, answer, verdict.closing), after), pace };
  const isDoubted = closed.gate.kind === 'unproven' && state.gate.kind === 'open';
  const next = isDoubted ? { ...closed, identifyingSinceMs: state.nowMs } : closed;
  const asks: readonly Effect[] = isDoubted ? [{ type: 'identify' }] : [];
  const commits =
    lane.activity === 'resting' && verdict.durability !== 'none' ? [commitOf(after, verdict.durability)] : [];
  const started = startLanes(next);
  return { state: started.state, effects: [...asks, ...commits, ...started.effects] };
}

/** What broke off, or never left, says nothing of how long the way is. */
function afterSmall({ pace, nowMs }: EngineState, { outcome }: Answer, startedAtMs: number): Pace {
  return outcome.kind === 'ok' ? afterSmallRequest(pace, nowMs - startedAtMs) : pace;
}

function isOver({ activity }: Lane): boolean {
  return activity === 'ended' || activity === 'unsaved';
}

function withLane(state: EngineState, lane: Lane): EngineState {
  return { ...state, lanes: new Map(state.lanes).set(lane.entry.applicationId, lane) };
}

function commitOf({ entry: { applicationId, documents, delivery } }: Lane, durability: 'strict' | 'relaxed'): Effect {
  return { type: 'commit', applicationId, change: { documents, delivery }, durability };
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

function committed(state: EngineState, applicationId: string, result: CommitResult): Step {
  const lane = state.lanes.get(applicationId);
  if (lane === undefined) return startLanes(state);
  const become = (activity: Lane['activity']): EngineState => withLane(state, { ...lane, activity, changed: null });
  const { delivery } = lane.entry;
  switch (result.kind) {
    case 'stored': {
      const stored = { ...become(delivery.state === 'waiting' ? 'resting' : 'ended'), hasProgress: true };
      return lane.changed === null ? startLanes(stored) : saveAgain(stored, lane, lane.changed);
    }
    case 'gone': {
      const lanes = new Map(state.lanes);
      lanes.delete(applicationId);
      return startLanes({ ...state, lanes });
    }
    case 'fenced':
      return { state: { ...become('unsaved'), gate: { kind: 'fenced' } }, effects: [] };
    case 'failed':
      // How far a file has come is asked of the office again by whoever needs it: a full disk does not stop an upload.
      if (result.reason === 'quota' && lane.changed !== null) return saveAgain(state, lane, lane.changed);
      if (result.reason === 'quota' && delivery.state === 'waiting') return startLanes(become('resting'));
      // The phone could not keep what the office said. The stored row still says "waiting", so a later run asks again.
      return startLanes(become('unsaved'));
    default:
      return assertNever(result);
  }
}

/** What was heard while the last was being stored. */
function saveAgain(state: EngineState, lane: Lane, durability: 'strict' | 'relaxed'): Step {
  const again: Lane = { ...lane, activity: 'saving', changed: null };
  const started = startLanes(withLane(state, again));
  return { state: started.state, effects: [commitOf(again, durability), ...started.effects] };
}

function startLanes(state: EngineState): Step {
  if (state.gate.kind !== 'open') return { state, effects: [] };
  const { lanes, requests } = startRequests(state);
  return { state: { ...state, lanes }, effects: requests.map((request) => ({ type: 'request', request })) };
}
