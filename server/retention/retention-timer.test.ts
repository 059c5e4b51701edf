import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstSweepMs, startRetention, sweepEveryMs } from './retention-timer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('sweeping now and then', () => {
  it('begins a minute after the start and comes again every six hours, also after one that failed', async () => {
    const failures: unknown[] = [];
    let sweeps = 0;
    const timer = startRetention(
      () => {
        sweeps += 1;
        return sweeps === 2 ? Promise.reject(new Error('no database')) : Promise.resolve();
      },
      (error) => failures.push(error),
    );
    await vi.advanceTimersByTimeAsync(firstSweepMs - 1);
    expect(sweeps).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sweeps).toBe(1);
    await vi.advanceTimersByTimeAsync(2 * sweepEveryMs);
    expect([sweeps, failures.length]).toEqual([3, 1]);
    await timer.stop();
    await vi.advanceTimersByTimeAsync(5 * sweepEveryMs);
    expect(sweeps).toBe(3);
  });

  it('never runs twice at once, and is waited for when the server stops', async () => {
    let running = 0;
    let most = 0;
    const ended: boolean[] = [];
    const timer = startRetention(
      (signal) =>
        new Promise((resolve) => {
          running += 1;
          most = Math.max(most, running);
          signal.addEventListener('abort', () => {
            ended.push(true);
            running -= 1;
            resolve();
          });
        }),
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(firstSweepMs + 3 * sweepEveryMs);
    expect(most).toBe(1);
    await timer.stop();
    expect([running, ended]).toEqual([0, [true]]);
  });
});
