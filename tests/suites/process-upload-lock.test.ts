import { afterEach, describe, expect, it, vi } from 'vitest';
import { processUploadLock } from '#server/uploads/process-upload-lock.ts';
import { describeUploadLock } from './upload-lock-suite.ts';

describeUploadLock('one process', async () => {
  const lock = processUploadLock();
  return { one: lock, other: lock, close: async () => {} };
});

describe('upload lock and a writer that makes progress', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('leaves it alone, waits 10 s, and says "busy"', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
    const lock = processUploadLock();
    const { promise: finished, resolve: finish } = Promise.withResolvers<string>();
    let wasAborted = false;
    const writing = lock.withUpload('slow', async (hold) => {
      const bytes = setInterval(() => hold.onProgress(), 900);
      const end = await finished;
      clearInterval(bytes);
      wasAborted = hold.signal.aborted;
      return end;
    });
    const waiting = lock.withUpload('slow', async () => 'mine');
    await vi.advanceTimersByTimeAsync(10_500);
    expect(await waiting).toBe('busy');
    finish('whole');
    expect(await writing).toBe('whole');
    expect(wasAborted).toBe(false);
  });
});
