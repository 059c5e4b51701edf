import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sniffedBytes } from '#domain/document/sniff.ts';
import { chunkReader } from './chunk-reader.ts';
import { hasCode, storageTrouble } from './storage-trouble.ts';
import { assertUploadKey } from './upload-key.ts';
import type { Appended, UploadStore } from './upload-store.ts';

/** One file per upload in `folder`, spread over folders by the first two characters of the key. */
export function fileUploadStore(folder: string): UploadStore {
  const fileOf = (key: string) => {
    assertUploadKey(key);
    return join(folder, key.slice(0, 2), key);
  };
  const size = async (key: string) => {
    try {
      return (await stat(fileOf(key))).size;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return 0;
      throw storageTrouble(error);
    }
  };
  return {
    size,
    append: async (key, chunks, limitBytes, hold) =>
      withFile(fileOf(key), async (file) => {
        const appended = await writeChunks(file, chunks, limitBytes, hold);
        await file.datasync();
        return appended;
      }),
    digest: async (key) => {
      try {
        const hash = createHash('sha256');
        let sizeBytes = 0;
        let head = Buffer.alloc(0);
        for await (const bytes of chunksOf(fileOf(key))) {
          if (head.length < sniffedBytes) head = Buffer.concat([head, bytes.subarray(0, sniffedBytes - head.length)]);
          sizeBytes += bytes.length;
          hash.update(bytes);
        }
        return { sizeBytes, sha256: hash.digest('hex'), head };
      } catch (error) {
        throw storageTrouble(error);
      }
    },
    makeDurable: async (key) => {
      const file = fileOf(key);
      for (const path of [file, dirname(file), folder]) await syncPath(path);
    },
    clear: async (key) => {
      try {
        await rm(fileOf(key), { force: true });
        await syncPath(dirname(fileOf(key)));
      } catch (error) {
        throw storageTrouble(error);
      }
    },
    read: async (key) => {
      const sizeBytes = await size(key);
      if (sizeBytes === 0) return undefined;
      return { sizeBytes, chunks: chunksOf(fileOf(key)) };
    },
    ping: async () => {
      try {
        await access(folder, constants.R_OK | constants.W_OK);
      } catch (error) {
        throw storageTrouble(error);
      }
    },
  };
}

/** Opened when somebody asks for the first piece: who only wanted to know the length leaves no file open. */
async function* chunksOf(path: string): AsyncIterable<Buffer> {
  yield* createReadStream(path);
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle | undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    return await work(file);
  } catch (error) {
    throw storageTrouble(error);
  } finally {
    await file?.close();
  }
}

async function writeChunks(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number,
  hold: { readonly signal: AbortSignal; onProgress(): void },
): Promise<Appended> {
  let sizeBytes = (await file.stat()).size;
  const source = chunkReader(chunks, hold.signal);
  for (;;) {
    const next = await source.next();
    if (next === 'end') return { kind: 'whole', sizeBytes };
    if (typeof next === 'string') return { kind: 'cut', sizeBytes };
    const fitting = next.subarray(0, limitBytes - sizeBytes);
    await writeAll(file, fitting, sizeBytes);
    sizeBytes += fitting.length;
    hold.onProgress();
    if (fitting.length < next.length) return { kind: 'too-long', sizeBytes };
  }
}

/**
 * A write may take less than it was given. The place is named, and never "the end": should a second writer slip in in
 * spite of the lock, the same bytes land in the same place.
 */
async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
}

async function syncPath(path: string): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    await file.sync();
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw storageTrouble(error);
  } finally {
    await file?.close();
  }
}
