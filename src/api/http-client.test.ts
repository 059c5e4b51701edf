import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpClient, type HttpRequest } from './http-client.ts';

const never = new AbortController().signal;
const get: HttpRequest = { method: 'GET', target: '/v1/me' };
const patienceMs = 30_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A network that carries what `push` gives it, and says so when it is let go of. */
function line() {
  const log: string[] = [];
  let body: ReadableStreamDefaultController<Uint8Array> | null = null;
  const { send } = createHttpClient({
    patienceMs,
    fetch: (_url, init) =>
      new Promise((resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          log.push('let go');
          body?.error(new Error('aborted'));
          reject(new Error('aborted'));
        });
        answer = () => {
          const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
          resolve(new Response(stream, { headers: { 'Content-Type': 'application/json' } }));
        };
      }),
  });
  let answer = (): void => undefined;
  return {
    log,
    send,
    answer: () => answer(),
    push: (text: string) => body?.enqueue(new TextEncoder().encode(text)),
    end: () => body?.close(),
  };
}

describe('an exchange on which nothing moves any more', () => {
  it('is let go of, and counts as silence (C13)', async () => {
    const { send, log } = line();
    const exchange = send(get, never);
    await vi.advanceTimersByTimeAsync(patienceMs - 1);
    expect(log).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await exchange).toEqual({ kind: 'silence' });
    expect(log).toEqual(['let go']);
  });

  it('has longer for a body, at the speed of a very slow line: no fixed time for all sizes (C12)', async () => {
    const { send, log } = line();
    const exchange = send({ method: 'PATCH', target: '/v1/uploads/u', body: new ArrayBuffer(1_000_000) }, never);
    await vi.advanceTimersByTimeAsync(270_000);
    expect(log).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await exchange).toEqual({ kind: 'silence' });
  });

  it('is not one whose answer comes in drops, however long all of it takes; but one that breaks off is (C13)', async () => {
    for (const [drops, found] of [
      [20, { kind: 'answer', status: 200, body: { a: ' '.repeat(19) } }],
      [3, { kind: 'silence' }],
    ] as const) {
      const { send, answer, push, end } = line();
      const exchange = send(get, never);
      answer();
      await vi.advanceTimersByTimeAsync(0);
      push('{"a":"');
      for (let drop = 1; drop < drops; drop += 1) {
        await vi.advanceTimersByTimeAsync(patienceMs - 1_000);
        push(' ');
      }
      if (drops === 20) {
        push('"}');
        end();
      }
      await vi.advanceTimersByTimeAsync(patienceMs);
      expect(await exchange).toMatchObject(found);
    }
  });
});
