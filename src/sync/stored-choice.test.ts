import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { initialState, nextTryAtMs, step, type EngineState, type Step } from './decide.ts';
import { waitingCount } from './waiting-line.ts';

const me = { kind: 'ok', value: { accountId: 'account-a' } } as const;

function started(entries: readonly OutboxEntry[], onlyReleased = false): Step {
  const { state } = step(initialState('account-a', 0), { type: 'started', entries, nowMs: 0, onlyReleased });
  return step(state, { type: 'identified', outcome: me, nowMs: 0, chance: 0 });
}

const asked = ({ effects }: Step): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'request' ? [effect.request.applicationId] : []));

const one = anEntry({ applicationId: 'one', sequence: 1 });
const two = anEntry({ applicationId: 'two', sequence: 2 });

describe('what the person chose for an application', () => {
  it('one that was put aside is not asked for, the others go on, and no time is set for it', () => {
    expect(asked(started([{ ...one, pausedAtMs: 0 }, two]))).toEqual(['two']);
    const { state } = started([{ ...one, pausedAtMs: 0 }]);
    expect(nextTryAtMs(state, 0, 0)).toBeNull();
    expect(waitingCount(state)).toBe(0);
  });

  it('goes on in the same run once it is resumed', () => {
    const { state } = started([{ ...one, pausedAtMs: 0 }]);
    expect(asked(step(state, { type: 'entries-added', entries: [one], nowMs: 1 }))).toEqual(['one']);
  });

  it('put aside while it is being sent, it stops after the answer that is on its way, and that answer counts', () => {
    const { state } = started([one]);
    const told = step(state, { type: 'entries-added', entries: [{ ...one, pausedAtMs: 1 }], nowMs: 1 });
    const receipt = aReceipt({ applicationId: 'one', missingDocumentIds: ['document-1'] });
    const heard = answer(told.state, { kind: 'ok', value: receipt });
    const kept = step(heard.state, { type: 'committed', applicationId: 'one', result: { kind: 'stored' }, nowMs: 2 });
    expect(asked(heard)).toEqual([]);
    expect(asked(kept)).toEqual([]);
    const lane = kept.state.lanes.get('one');
    expect(lane?.entry.delivery).toMatchObject({ state: 'waiting', receipt });
  });

  it('on a connection that is kept for other things only what was released by hand goes', () => {
    const released = { ...two, anyConnection: true } as const;
    expect(asked(started([one, released], true))).toEqual(['two']);
    expect(asked(started([one, released], false))).toEqual(['one', 'two']);
    expect(nextTryAtMs(started([one], true).state, 0, 0)).toBeNull();
  });

  it('a connection that changes in the middle of a run holds from the next request on (C35)', () => {
    const { state } = started([one], true);
    const added = { type: 'entries-added', entries: [one], nowMs: 1 } as const;
    expect(asked(step(state, { ...added, onlyReleased: true }))).toEqual([]);
    expect(asked(step(state, { ...added, onlyReleased: false }))).toEqual(['one']);
  });
});

function answer(state: EngineState, outcome: Parameters<typeof submitted>[0]): Step {
  return step(state, { type: 'answered', applicationId: 'one', answer: submitted(outcome), nowMs: 2, chance: 0 });
}

function submitted(outcome: { readonly kind: 'ok'; readonly value: ReturnType<typeof aReceipt> }) {
  return { to: 'submit', outcome } as const;
}
