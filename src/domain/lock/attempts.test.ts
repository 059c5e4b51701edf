import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayTry, untried, type Attempts } from './attempts.ts';

const second = 1000;
const minute = 60 * second;

describe('tries at a lock', () => {
  it('are free four times, then wait 30 seconds, 1, 5, 15 and from then on 60 minutes', () => {
    let attempts: Attempts = untried;
    let nowMs = 1_000_000;
    const waits: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      const before = mayTry(attempts, nowMs);
      const waitMs = before.kind === 'wait' ? before.untilMs - nowMs : 0;
      waits.push(waitMs);
      nowMs += waitMs;
      const now = mayTry(attempts, nowMs);
      if (now.kind !== 'go') throw new Error('it has waited');
      attempts = now.next;
    }
    const minutes = [1, 5, 15, 60, 60].map((count) => count * minute);
    expect(waits).toEqual([0, 0, 0, 0, 0, 30 * second, ...minutes]);
  });

  it('wait anew when the clock was put back', () => {
    const seen = mayTry({ failed: 6, triedAtMs: 10 * minute }, 2 * minute);
    expect(seen).toEqual({ kind: 'wait', untilMs: 3 * minute, restarted: { failed: 6, triedAtMs: 2 * minute } });
  });

  it('whatever the clock does, no more than five are made within any 30 seconds of real time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 40 }), (jumps) => {
        // The clock may be put back and nothing else: no real time passes.
        let attempts: Attempts = untried;
        let nowMs = 10_000_000;
        let made = 0;
        for (const jump of jumps) {
          nowMs += Math.min(0, jump);
          const seen = mayTry(attempts, nowMs);
          if (seen.kind === 'go') {
            made += 1;
            attempts = seen.next;
          } else if (seen.restarted !== null) attempts = seen.restarted;
        }
        expect(made).toBeLessThanOrEqual(5);
      }),
    );
  });
});
