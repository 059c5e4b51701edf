import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { ModelOffice, sizeOf } from '#tests/fakes/model-office.ts';
import type { Answer, Request } from './answer.ts';
import {
  activeIds,
  initialState,
  nextTryAtMs,
  step,
  type Effect,
  type EngineEvent,
  type EngineState,
} from './decide.ts';
import type { Outcome } from './ports.ts';

type Fault =
  | 'none'
  | 'lost-request'
  | 'lost-answer'
  | 'server-error'
  | 'captive'
  | 'conflict'
  | 'busy'
  | 'refused'
  | 'not-stored';
const faults = fc.constantFrom<Fault>(
  'none',
  'none',
  'none',
  'lost-request',
  'lost-answer',
  'server-error',
  'captive',
  'conflict',
  'busy',
  'not-stored',
);
const sizes = fc.array(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 3 });

describe('the outbox decides', () => {
  it('I1 I2 I3 I5 L1: whatever is lost on the way, after healing every application is at the office once, each byte sent once past its acknowledgement (F46)', () => {
    fc.assert(
      fc.property(
        fc.array(sizes, { minLength: 1, maxLength: 5 }),
        fc.array(faults, { maxLength: 120 }),
        (applications, script) => {
          const world = newWorld(applications);
          for (let round = 0; round < 60; round += 1) runOnce(world, script);
          for (let round = 0; round < 20; round += 1) runOnce(world, []);
          for (const entry of world.stored.values()) expect(entry.delivery.state).toBe('delivered');
          expect(world.office.creations).toBe(applications.length);
          for (const entry of world.stored.values())
            for (const { id } of entry.documents) expect(rangesOf(world.office, id)).toBe(sizeOf(entry, id));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('I11 C6: an entry that is refused for good waits for a person and the others go on', () => {
    fc.assert(
      fc.property(fc.array(sizes, { minLength: 2, maxLength: 5 }), fc.nat(), (applications, pick) => {
        const world = newWorld(applications);
        const refusedId = `a${pick % applications.length}`;
        world.refusedId = refusedId;
        for (let round = 0; round < 20; round += 1) runOnce(world, []);
        for (const [id, entry] of world.stored)
          expect(entry.delivery.state).toBe(id === refusedId ? 'needs-person' : 'delivered');
      }),
      { numRuns: 100 },
    );
  });

  it('an entry whose time has not come is not asked for, and one answer counts once', () => {
    const world = newWorld([[], []]);
    const [first, second] = [...world.stored.values()];
    if (first === undefined || second === undefined) throw new Error('two entries');
    const later = { ...second, delivery: { ...second.delivery, nextTryAtMs: 50 } as OutboxEntry['delivery'] };
    const begun = step(initialState('sub-a', 0), { type: 'started', entries: [first, later], nowMs: 0 });
    const open = step(begun.state, {
      type: 'identified',
      outcome: { kind: 'ok', value: { accountId: 'sub-a' } },
      nowMs: 0,
      chance: 0.5,
    });
    expect(open.effects).toEqual([{ type: 'request', request: { type: 'submit', applicationId: 'a0' } }]);
    const answer: EngineEvent = {
      type: 'answered',
      applicationId: 'a0',
      answer: world.office.answer({ type: 'submit', applicationId: 'a0' }, first),
      nowMs: 1,
      chance: 0,
    };
    const once = step(open.state, answer);
    expect(once.effects).toHaveLength(1);
    expect(step(once.state, answer).effects).toEqual([]);
    expect(nextTryAtMs(once.state, 0, 0)).toBe(50);
  });

  it('C41: nothing is asked while the office takes us for somebody else', () => {
    const world = newWorld([[10]]);
    const begun = step(initialState('sub-a', 0), { type: 'started', entries: [...world.stored.values()], nowMs: 0 });
    const told = step(begun.state, {
      type: 'identified',
      outcome: { kind: 'ok', value: { accountId: 'sub-b' } },
      nowMs: 1,
      chance: 0.5,
    });
    expect(told.effects).toEqual([]);
    expect(told.state.gate).toEqual({ kind: 'sign-in-needed' });
    expect(nextTryAtMs(told.state, 0, 0)).toBeNull();
  });

  it('F45: a busy office makes everything wait as long as it asked, and no longer than an hour', () => {
    const world = newWorld([[], []]);
    const begun = step(initialState('sub-a', 0), { type: 'started', entries: [...world.stored.values()], nowMs: 0 });
    const open = step(begun.state, {
      type: 'identified',
      outcome: { kind: 'ok', value: { accountId: 'sub-a' } },
      nowMs: 0,
      chance: 0.5,
    });
    const busyFor = (state: EngineState, applicationId: string) =>
      step(state, {
        type: 'answered',
        applicationId,
        answer: { to: 'submit', outcome: { kind: 'busy', retryAfterMs: 5_000 } },
        nowMs: 100,
        chance: 0,
      }).state;
    const one = busyFor(open.state, 'a0');
    // It may be this application that the office has trouble with: the other is asked for.
    expect(one.gate).toEqual({ kind: 'open' });
    const both = busyFor(one, 'a1');
    expect(both.gate).toEqual({ kind: 'busy', untilMs: 5_100 });
    expect(nextTryAtMs(both, 0, 0)).toBe(5_100);
  });

  it('I11: an application that is answered 401 while the office knows us steps back, and the others go on', () => {
    const world = newWorld([[], []]);
    const identified: EngineEvent = {
      type: 'identified',
      outcome: { kind: 'ok', value: { accountId: 'sub-a' } },
      nowMs: 0,
      chance: 0.5,
    };
    const begun = step(initialState('sub-a', 0), { type: 'started', entries: [...world.stored.values()], nowMs: 0 });
    const open = step(begun.state, identified);
    const doubted = step(open.state, {
      type: 'answered',
      applicationId: 'a0',
      answer: { to: 'submit', outcome: { kind: 'sign-in-needed' } },
      nowMs: 1,
      chance: 0,
    });
    expect(doubted.effects).toEqual([{ type: 'identify' }]);
    const known = step(doubted.state, { ...identified, nowMs: 2 });
    expect(known.state.gate).toEqual({ kind: 'open' });
    expect(known.effects).toMatchObject([
      { type: 'commit', applicationId: 'a0', change: { delivery: { attempts: 1 } } },
    ]);
    const ended = step(doubted.state, { ...identified, outcome: { kind: 'sign-in-needed' }, nowMs: 2 });
    expect(ended.state.gate).toEqual({ kind: 'sign-in-needed' });
    expect(ended.effects).toEqual([]);
  });
});

interface World {
  readonly office: ModelOffice;
  readonly stored: Map<string, OutboxEntry>;
  nowMs: number;
  turn: number;
  refusedId: string | null;
}

function newWorld(applications: readonly (readonly number[])[]): World {
  const stored = new Map(applications.map((documents, index) => [`a${index}`, entryWith(index, documents)]));
  return { office: new ModelOffice(), stored, nowMs: 0, turn: 0, refusedId: null };
}

/** One run as the runner makes it, with faults taken in order from the script; then the clock moves past every back-off. */
function runOnce(world: World, script: readonly Fault[]): void {
  const waiting = [...world.stored.values()].filter(({ delivery }) => delivery.state === 'waiting');
  if (waiting.length === 0) return;
  let state: EngineState = initialState('sub-a', world.nowMs);
  const queue: EngineEvent[] = [{ type: 'started', entries: waiting, nowMs: world.nowMs }];
  for (let turns = 0; queue.length > 0 && turns < 3_000; turns += 1) {
    const event = queue.shift();
    if (event === undefined) break;
    const next = step(state, event);
    state = next.state;
    expect(new Set(activeIds(state)).size).toBeLessThanOrEqual(5);
    for (const effect of next.effects) queue.push(perform(world, state, effect, script));
    world.nowMs += 1;
  }
  expect(activeIds(state)).toEqual([]);
  world.nowMs += 16 * 60_000;
}

function perform(world: World, state: EngineState, effect: Effect, script: readonly Fault[]): EngineEvent {
  const { nowMs } = world;
  if (effect.type === 'identify')
    return { type: 'identified', outcome: { kind: 'ok', value: { accountId: 'sub-a' } }, nowMs, chance: 0.5 };
  const fault = script[world.turn++] ?? 'none';
  if (effect.type === 'commit') {
    if (fault === 'not-stored')
      return {
        type: 'committed',
        applicationId: effect.applicationId,
        result: { kind: 'failed', reason: 'quota' },
        nowMs,
      };
    const before = world.stored.get(effect.applicationId);
    if (before === undefined) throw new Error('commit of nothing');
    if (effect.change.delivery.state === 'delivered')
      expect(world.office.applications.has(effect.applicationId)).toBe(true);
    world.stored.set(effect.applicationId, { ...before, ...effect.change });
    return { type: 'committed', applicationId: effect.applicationId, result: { kind: 'stored' }, nowMs };
  }
  const { request } = effect;
  const entry = state.lanes.get(request.applicationId)?.entry;
  if (entry === undefined) throw new Error('request of nothing');
  const reaches = fault === 'none' || fault === 'lost-answer' || fault === 'not-stored';
  const refused: Outcome<never> = { kind: 'refused', status: 422, detail: null, fieldProblems: [] };
  const good = reaches && request.applicationId !== world.refusedId ? world.office.answer(request, entry) : null;
  const answer =
    good !== null && fault !== 'lost-answer'
      ? good
      : failed(request, request.applicationId === world.refusedId ? refused : outcomeOf(fault));
  return { type: 'answered', applicationId: request.applicationId, answer, nowMs, chance: 0.5 };
}

function outcomeOf(fault: Fault): Outcome<never> {
  switch (fault) {
    case 'server-error':
      return { kind: 'unreachable', reason: 'server-error', status: 500 };
    case 'captive':
      return { kind: 'unreachable', reason: 'captive-portal', status: 200 };
    case 'conflict':
      return { kind: 'offset-conflict' };
    case 'busy':
      return { kind: 'busy', retryAfterMs: 2_000 };
    default:
      return { kind: 'unreachable', reason: 'network', status: null };
  }
}

function failed(request: Request, outcome: Outcome<never>): Answer {
  switch (request.type) {
    case 'submit':
      return { to: 'submit', outcome };
    case 'announce':
      return { to: 'announce', documentId: request.documentId, outcome };
    case 'ask-offset':
      return { to: 'ask-offset', documentId: request.documentId, outcome };
    case 'send-piece':
      return { to: 'send-piece', documentId: request.documentId, tookMs: 10, outcome };
  }
}

function entryWith(index: number, sizesBytes: readonly number[]): OutboxEntry {
  const documents = sizesBytes.map(
    (sizeBytes, n): OutboxDocument => ({
      id: `a${index}-d${n}`,
      slot: 'ktp',
      mediaType: 'image/jpeg',
      sizeBytes,
      sha256: '0',
      progress: { state: 'pending' },
      restarts: 0,
    }),
  );
  return {
    applicationId: `a${index}`,
    ownerId: 'sub-a',
    deviceId: 'd',
    sequence: index + 1,
    serviceId: 'sku',
    serviceName: { id: 'SKU' },
    createdAtMs: 0,
    envelope: { mediaType: 'application/json', sizeBytes: 2, sha256: '0' },
    documents,
    delivery: { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: null },
  };
}

/** Bytes that the office took for a document; equal to its size only when no range came twice and none is missing. */
function rangesOf(office: ModelOffice, documentId: string): number {
  return office.received
    .filter((range) => range.documentId === documentId)
    .reduce((sum, { from, to }) => sum + to - from, 0);
}
