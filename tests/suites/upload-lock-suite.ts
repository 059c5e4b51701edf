import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UploadHold, UploadLock } from '#server/uploads/upload-lock.ts';

/** Two locks over the same storage: the same one twice for a single process, two for two processes. */
export interface LockPair {
  readonly one: UploadLock;
  readonly other: UploadLock;
  close(): Promise<void>;
}

const aborted = (hold: UploadHold) =>
  new Promise<'aborted'>((resolve) => {
    if (hold.signal.aborted) resolve('aborted');
    hold.signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });

/** One writer per upload: every lock must keep these promises. */
export function describeUploadLock(name: string, open: () => Promise<LockPair>): void {
  describe(`upload lock: ${name}`, () => {
    let pair: LockPair;
    beforeAll(async () => {
      pair = await open();
    });
    afterAll(() => pair.close());

    it('lets one in at a time, and everybody in the end', async () => {
      let inside = 0;
      let most = 0;
      const work = async (hold: UploadHold) => {
        inside += 1;
        most = Math.max(most, inside);
        await Promise.resolve();
        hold.onProgress();
        inside -= 1;
        return 'done' as const;
      };
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? pair.one : pair.other).withUpload('many', work)),
      );
      expect(results).toEqual(Array.from({ length: 10 }, () => 'done'));
      expect(most).toBe(1);
    });

    it('does not mix up uploads', async () => {
      const result = await pair.one.withUpload('first', () => pair.other.withUpload('second', async () => 'both'));
      expect(result).toBe('both');
    });

    it('breaks off a holder whose bytes have stopped, well within 10 s', async () => {
      const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
      const stalled = pair.one.withUpload('stalled', async (hold) => {
        enter();
        return aborted(hold);
      });
      await entered;
      const startedMs = performance.now();
      expect(await pair.other.withUpload('stalled', async () => 'mine')).toBe('mine');
      expect(performance.now() - startedMs).toBeLessThan(5000);
      expect(await stalled).toBe('aborted');
    });

    it('is free again after work that throws', async () => {
      const failing = pair.one.withUpload('thrown', async () => {
        throw new Error('thrown on purpose');
      });
      await expect(failing).rejects.toThrow('thrown on purpose');
      expect(await pair.other.withUpload('thrown', async () => 'free')).toBe('free');
    });

    it('breaks everybody off at a shutdown', async () => {
      const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
      const holding = pair.one.withUpload('shutdown', async (hold) => {
        enter();
        return aborted(hold);
      });
      await entered;
      pair.one.releaseAll();
      expect(await holding).toBe('aborted');
    });
  });
}
