import { describe, expect, it } from 'vitest';
import { anEntry } from '#tests/fixtures/outbox-entry.ts';
import { initialState, step, type EngineState } from './decide.ts';
import type { Outcome } from './ports.ts';

/** Asked who it is at 0, told at 300. */
function open(): EngineState {
  const started = step(initialState('account-a', 0), { type: 'started', entries: [anEntry()], nowMs: 0 });
  const outcome: Outcome<{ accountId: string }> = { kind: 'ok', value: { accountId: 'account-a' } };
  return step(started.state, { type: 'identified', outcome, nowMs: 300, chance: 0 }).state;
}

describe('how long the way is', () => {
  it('is known from the first answer of a run on', () => {
    expect(open().pace.roundTripMs).toBe(300);
  });

  it.each([{ kind: 'unreachable', reason: 'network', status: null } as const, { kind: 'unreadable' } as const])(
    'is not told by what broke off or never left: $kind',
    (outcome) => {
      const { state } = step(open(), {
        type: 'answered',
        applicationId: 'application-1',
        answer: { to: 'submit', outcome },
        nowMs: 310,
        chance: 0,
      });
      expect(state.pace.roundTripMs).toBe(300);
    },
  );
});
