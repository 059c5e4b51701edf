import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UploadStore } from '#server/uploads/upload-store.ts';

const newKey = () => randomBytes(24).toString('base64url');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function hold() {
  const controller = new AbortController();
  let progress = 0;
  return {
    controller,
    signal: controller.signal,
    onProgress: () => {
      progress += 1;
    },
    progress: () => progress,
  };
}

async function* chunks(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function* cutAfter(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
  throw new Error('The connection is gone');
}

/** Every place that holds the bytes of uploads must keep these promises. */
export function describeUploadStore(
  name: string,
  open: () => Promise<{ store: UploadStore; close(): Promise<void> }>,
): void {
  describe(`upload store: ${name}`, () => {
    let opened: { store: UploadStore; close(): Promise<void> };
    const store = () => opened.store;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    async function readAll(key: string): Promise<Buffer> {
      const content = await store().read(key);
      const parts: Uint8Array[] = [];
      for await (const part of content?.chunks ?? []) parts.push(part);
      return Buffer.concat(parts);
    }

    it('holds nothing of an upload that has not begun', async () => {
      const key = newKey();
      expect(await store().size(key)).toBe(0);
      expect(await store().read(key)).toBeUndefined();
      await store().clear(key);
    });

    it('appends each stream where the last one ended, and reads everything back', async () => {
      const key = newKey();
      const bytes = randomBytes(200_000);
      const first = await store().append(
        key,
        chunks(bytes.subarray(0, 70_000), bytes.subarray(70_000, 70_001)),
        bytes.length,
        hold(),
      );
      expect(first).toEqual({ kind: 'whole', sizeBytes: 70_001 });
      expect(await store().size(key)).toBe(70_001);
      expect(await store().append(key, chunks(bytes.subarray(70_001)), bytes.length, hold())).toEqual({
        kind: 'whole',
        sizeBytes: 200_000,
      });
      await store().makeDurable(key);
      expect(await store().digest(key)).toMatchObject({ sizeBytes: 200_000, sha256: sha256(bytes) });
      expect(Buffer.compare(await readAll(key), bytes)).toBe(0);
    });

    it('tells the first bytes, also when they came in pieces', async () => {
      const key = newKey();
      await store().append(key, chunks(Buffer.from('%P'), Buffer.from('DF-1.7 and so on and on')), 100, hold());
      const { head } = await store().digest(key);
      expect(Buffer.from(head).toString('latin1')).toBe('%PDF-1.7 and so ');
    });

    it('keeps what arrived before the connection was cut', async () => {
      const key = newKey();
      const bytes = randomBytes(50_000);
      const appended = await store().append(
        key,
        cutAfter(bytes.subarray(0, 10_000), bytes.subarray(10_000, 30_000)),
        bytes.length,
        hold(),
      );
      expect(appended).toEqual({ kind: 'cut', sizeBytes: 30_000 });
      await store().append(key, chunks(bytes.subarray(30_000)), bytes.length, hold());
      expect((await store().digest(key)).sha256).toBe(sha256(bytes));
    });

    it('stops at once when it is told to, though the stream says nothing', async () => {
      const key = newKey();
      const holding = hold();
      const { promise: never } = Promise.withResolvers<IteratorResult<Uint8Array>>();
      const first = Promise.resolve({ done: false as const, value: new Uint8Array(1000) });
      const answers: Promise<IteratorResult<Uint8Array>>[] = [first, never];
      const silent: AsyncIterable<Uint8Array> = {
        [Symbol.asyncIterator]: () => ({ next: () => answers.shift() ?? never }),
      };
      const appending = store().append(key, silent, 5000, {
        signal: holding.signal,
        onProgress: () => holding.controller.abort(),
      });
      expect(await appending).toEqual({ kind: 'cut', sizeBytes: 1000 });
      expect(await store().size(key)).toBe(1000);
    });

    it('never holds more than the limit', async () => {
      const key = newKey();
      const appended = await store().append(key, chunks(randomBytes(80), randomBytes(80)), 100, hold());
      expect(appended).toEqual({ kind: 'too-long', sizeBytes: 100 });
      expect(await store().size(key)).toBe(100);
    });

    it('reports progress with every piece', async () => {
      const holding = hold();
      await store().append(newKey(), chunks(randomBytes(5), randomBytes(5), randomBytes(5)), 100, holding);
      expect(holding.progress()).toBe(3);
    });

    it('begins again from nothing after a clear', async () => {
      const key = newKey();
      await store().append(key, chunks(randomBytes(500)), 1000, hold());
      await store().clear(key);
      expect(await store().size(key)).toBe(0);
      const bytes = randomBytes(20);
      await store().append(key, chunks(bytes), 1000, hold());
      expect((await store().digest(key)).sha256).toBe(sha256(bytes));
    });

    it('has no place outside of its own', async () => {
      for (const key of ['../../etc/passwd', 'a/b', '', '.', 'x'.repeat(65), 'short']) {
        await expect(store().append(key, chunks(randomBytes(1)), 10, hold())).rejects.toThrow('Not an upload key');
      }
    });
  });
}
