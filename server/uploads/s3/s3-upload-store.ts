import { createHash, randomBytes } from 'node:crypto';
import { sniffedBytes } from '#domain/document/sniff.ts';
import { chunkReader } from '../chunk-reader.ts';
import { assertUploadKey } from '../upload-key.ts';
import type { Digest, UploadStore } from '../upload-store.ts';
import { heldOf, type Piece, type Slice } from './held-pieces.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { S3Trouble } from './s3-trouble.ts';

/** As many bytes of each writer are in memory only, and for as long at most. */
const pieceBytes = 1024 * 1024;
const pieceMs = 3000;

/**
 * One object for each piece that arrived, named by its upload and where it begins; what is held is what a listing shows.
 * An object that the store has acknowledged is durable, of any size, so no multipart upload is ever begun. No name is
 * written twice: a request that was given up and yet arrives changes nothing that was acknowledged.
 */
export function s3UploadStore(bucket: S3Bucket): UploadStore {
  async function piecesOf(key: string): Promise<readonly Piece[]> {
    assertUploadKey(key);
    return (await bucket.list(`${key}/`)).flatMap(({ name, sizeBytes }) => {
      const [, start, madeAt = ''] = /^(\d{12})-([\da-f]{16})$/.exec(name.slice(key.length + 1)) ?? [];
      return start === undefined ? [] : [{ name, sizeBytes, startBytes: Number(start), madeAt }];
    });
  }
  const held = async (key: string) => heldOf(await piecesOf(key));
  const put = async (key: string, startBytes: number, bytes: Uint8Array): Promise<Piece> => {
    const madeAt = timeAndChance();
    const name = `${key}/${String(startBytes).padStart(12, '0')}-${madeAt}`;
    await bucket.put(name, bytes);
    return { name, startBytes, sizeBytes: bytes.length, madeAt };
  };
  const contentOf = async function* (slices: readonly Slice[]): AsyncIterable<Uint8Array> {
    for (const { piece, skipBytes } of slices) yield* bucket.get(piece, skipBytes);
  };

  return {
    size: async (key) => (await held(key)).sizeBytes,
    append: async (key, chunks, limitBytes, hold, heldBytes) => {
      assertUploadKey(key);
      let storedBytes = heldBytes ?? (await held(key)).sizeBytes;
      const gathered = gatherer();
      const keep = async () => {
        const bytes = gathered.take();
        if (bytes.length === 0) return;
        await put(key, storedBytes, bytes);
        storedBytes += bytes.length;
      };
      const source = chunkReader(chunks, hold.signal);
      for (;;) {
        const next = await source.next(gathered.dueInMs());
        if (typeof next === 'string') {
          await keep();
          if (next === 'late') continue;
          return { kind: next === 'end' ? 'whole' : 'cut', sizeBytes: storedBytes };
        }
        const fitting = next.subarray(0, limitBytes - storedBytes - gathered.sizeBytes());
        gathered.add(fitting);
        hold.onProgress();
        const isTooLong = fitting.length < next.length;
        if (isTooLong || gathered.isDue()) await keep();
        if (isTooLong) return { kind: 'too-long', sizeBytes: storedBytes };
      }
    },
    digest: async (key) => await digestOf(contentOf((await held(key)).slices)),
    makeDurable: async (key) => {
      const pieces = await piecesOf(key);
      const { slices } = heldOf(pieces);
      if (slices.length < 2) return;
      // A paper is read more often than it is sent: it lies in one object from here on.
      const chunks: Uint8Array[] = [];
      for await (const chunk of contentOf(slices)) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      const whole = await put(key, 0, bytes);
      const { sha256 } = await digestOf(bucket.get(whole, 0));
      if (sha256 !== createHash('sha256').update(bytes).digest('hex'))
        throw new S3Trouble('other bytes than put', true);
      for (const { name } of pieces) await bucket.remove(name);
    },
    clear: async (key) => {
      assertUploadKey(key);
      for (const { name } of await bucket.list(`${key}/`)) await bucket.remove(name);
    },
    read: async (key) => {
      const { sizeBytes, slices } = await held(key);
      return sizeBytes === 0 ? undefined : { sizeBytes, chunks: contentOf(slices) };
    },
    ping: async () => {
      await bucket.list('', 1);
    },
  };
}

/** Milliseconds and 20 bits of chance, in 16 hex digits. */
function timeAndChance(): string {
  return Date.now().toString(16).padStart(11, '0') + randomBytes(3).toString('hex').slice(1);
}

/** Bytes that wait to become a piece. */
function gatherer() {
  let chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  let dueMs: number | undefined;
  const dueInMs = () => (dueMs === undefined ? undefined : Math.max(0, dueMs - performance.now()));
  return {
    sizeBytes: () => sizeBytes,
    /** Undefined while there is nothing. */
    dueInMs,
    isDue: () => sizeBytes >= pieceBytes || dueInMs() === 0,
    add: (chunk: Uint8Array) => {
      if (chunk.length === 0) return;
      chunks.push(chunk);
      sizeBytes += chunk.length;
      dueMs ??= performance.now() + pieceMs;
    },
    take: () => {
      const bytes = Buffer.concat(chunks);
      chunks = [];
      sizeBytes = 0;
      dueMs = undefined;
      return bytes;
    },
  };
}

async function digestOf(content: AsyncIterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let head = Buffer.alloc(0);
  for await (const bytes of content) {
    if (head.length < sniffedBytes) head = Buffer.concat([head, bytes.subarray(0, sniffedBytes - head.length)]);
    sizeBytes += bytes.length;
    hash.update(bytes);
  }
  return { sizeBytes, sha256: hash.digest('hex'), head };
}
