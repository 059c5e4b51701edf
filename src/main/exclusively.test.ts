import { describe, expect, it } from 'vitest';
import type { RunLock } from '#sync/ports.ts';
import { createExclusively } from './exclusively.ts';

type Held = 'held-elsewhere' | 'unavailable';

/** A lock that gives these answers, one after the other, and then lets everybody in. */
function page(answers: readonly Held[]) {
  const left = [...answers];
  const seen: string[] = [];
  let asked = (): void => undefined;
  const sleeps: { readonly delayMs: number; readonly wake: () => void }[] = [];
  const lock: RunLock = {
    withLock(work) {
      const answer = left.shift();
      if (answer !== undefined) return Promise.resolve(answer);
      return work({ fence: 1, lost: new AbortController().signal });
    },
  };
  const exclusively = createExclusively({
    lock,
    driver: {
      pause: () => void seen.push('pause'),
      resume: () => void seen.push('resume'),
    },
    clock: {
      nowMs: () => 0,
      sleep(delayMs, signal) {
        if (delayMs < 1_000) return Promise.resolve();
        return new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
          sleeps.push({ delayMs, wake: resolve });
        });
      },
    },
    others: {
      ask: () => void seen.push('ask'),
      onAsked(called) {
        asked = called;
      },
    },
  });
  return { exclusively, seen, sleeps, beAsked: () => asked() };
}

const heldFor = (times: number): readonly Held[] => Array.from({ length: times }, () => 'held-elsewhere');

describe('work that must not meet a run of the outbox', () => {
  it('is done while no run begins on this page, and runs go on after it', async () => {
    const { exclusively, seen } = page([]);
    const result = await exclusively(() => {
      seen.push('work');
      return Promise.resolve('done');
    });
    expect(result).toBe('done');
    expect(seen).toEqual(['pause', 'work', 'resume']);
  });

  it('waits for another tab that was asked to let go', async () => {
    const { exclusively, seen } = page(heldFor(3));
    expect(await exclusively(() => Promise.resolve('done'))).toBe('done');
    expect(seen).toEqual(['pause', 'ask', 'resume']);
  });

  it('never waits for ever for one that does not let go', async () => {
    const { exclusively, seen } = page(heldFor(10_000));
    expect(await exclusively(() => Promise.resolve('done'))).toBe('held-elsewhere');
    expect(seen.at(-1)).toBe('resume');
  });

  it('fails at once when the store can’t be written, and runs go on', async () => {
    const { exclusively, seen } = page(['unavailable']);
    expect(await exclusively(() => Promise.resolve('done'))).toBe('unavailable');
    expect(seen).toEqual(['pause', 'resume']);
  });

  it('lets runs go on also when the work breaks', async () => {
    const { exclusively, seen } = page([]);
    await expect(exclusively(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(seen).toEqual(['pause', 'resume']);
  });

  it('a page that is asked lets go for a moment, and no longer', async () => {
    const { seen, sleeps, beAsked } = page([]);
    beAsked();
    expect(seen).toEqual(['pause']);
    sleeps[0]?.wake();
    await expect.poll(() => seen).toEqual(['pause', 'resume']);
  });

  it('a page that is asked while it does such work itself goes on with it', async () => {
    const { exclusively, seen, beAsked } = page([]);
    await exclusively(() => {
      beAsked();
      return Promise.resolve();
    });
    expect(seen).toEqual(['pause', 'resume']);
  });
});
