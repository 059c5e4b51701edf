import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PreparedPaper, PrepareOrder } from './paper-protocol.ts';
import { createPreparing, type WorkerLike } from './prepare-in-worker.ts';

const order: PrepareOrder = { file: new Blob(['x']), accept: ['image/jpeg'], maxBytes: 10, quality: 'normal' };
const refused = (reason: 'empty' | 'heic'): PreparedPaper => ({ kind: 'refused', reason });
/** What the worker of this test says; 'heic' is what the page says without it. */
const byWorker = refused('empty');
const plainly = refused('heic');

type Way = 'answers' | 'gives-up' | 'breaks' | 'is-silent' | 'cannot-start';

function bench(way: Way) {
  const log: string[] = [];
  const spawn = (): WorkerLike => {
    log.push('start');
    if (way === 'cannot-start') throw new Error('no workers here');
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      terminate: () => void log.push('end'),
      postMessage: () => queueMicrotask(() => act(worker)),
    };
    return worker;
  };
  function act(worker: WorkerLike): void {
    if (way === 'answers' || way === 'gives-up') {
      worker.onmessage?.(new MessageEvent('message', { data: way === 'answers' ? byWorker : null }));
    }
    // Node has no ErrorEvent, and nobody looks into it.
    if (way === 'breaks') worker.onerror?.(new Event('error') as ErrorEvent);
  }
  const prepare = createPreparing({ spawn, plainly: () => Promise.resolve(plainly) });
  return { prepare, log };
}

describe('papers prepared in a worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are prepared each by a worker of its own, which is ended before the next is begun (C24)', async () => {
    const { prepare, log } = bench('answers');
    expect(await Promise.all([prepare(order), prepare(order)])).toEqual([byWorker, byWorker]);
    expect(log).toEqual(['start', 'end', 'start', 'end']);
  });

  it.each(['gives-up', 'breaks', 'cannot-start'] as const)('are not lost over one that %s', async (way) => {
    const { prepare } = bench(way);
    expect(await prepare(order)).toEqual(plainly);
  });

  it('are not lost over one that never answers, which is ended', async () => {
    const { prepare, log } = bench('is-silent');
    const done = prepare(order);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await done).toEqual(plainly);
    expect(log).toEqual(['start', 'end']);
  });

  it('are prepared one after the other, in the order asked', async () => {
    const begun: Blob[] = [];
    const ends: (() => void)[] = [];
    const prepare = createPreparing({
      spawn() {
        throw new Error('no workers here');
      },
      plainly({ file }) {
        begun.push(file);
        return new Promise((resolve) => ends.push(() => resolve(plainly)));
      },
    });
    const files = [new Blob(['1']), new Blob(['2'])];
    const all = Promise.all(files.map((file) => prepare({ ...order, file })));
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual(files.slice(0, 1));
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual(files);
    ends[1]?.();
    expect(await all).toEqual([plainly, plainly]);
  });
});
