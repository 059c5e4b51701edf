import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '#server/stores/sql-database.ts';
import { fileUploadStore } from '#server/uploads/file-upload-store.ts';
import { describeUploadStore } from './upload-store-suite.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-files-'));
  folders.push(folder);
  return folder;
}

const removeFolders = () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

describeUploadStore('files', async () => ({ store: fileUploadStore(newFolder()), close: async () => removeFolders() }));

describe('upload store on a file system', () => {
  afterEach(removeFolders);
  const key = randomBytes(24).toString('base64url');
  const hold = { signal: new AbortController().signal, onProgress: () => {} };
  async function* bytes(size: number): AsyncGenerator<Uint8Array> {
    yield randomBytes(size);
  }

  it('believes the disk and nothing else: a file that shrank or grew behind its back', async () => {
    const folder = newFolder();
    const store = fileUploadStore(folder);
    await store.append(key, bytes(1000), 5000, hold);
    const file = join(folder, key.slice(0, 2), key);
    truncateSync(file, 400);
    expect(await store.size(key)).toBe(400);
    expect(await store.append(key, bytes(100), 5000, hold)).toEqual({ kind: 'whole', sizeBytes: 500 });
    appendFileSync(file, randomBytes(50));
    expect(await fileUploadStore(folder).size(key)).toBe(550);
  });

  it('keeps files for its own user only', async () => {
    const folder = newFolder();
    await fileUploadStore(folder).append(key, bytes(10), 10, hold);
    expect(statSync(join(folder, key.slice(0, 2), key)).mode & 0o777).toBe(0o600);
  });

  it('says "not now" when the disk is full', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, key.slice(0, 2)));
    symlinkSync('/dev/full', join(folder, key.slice(0, 2), key));
    await expect(fileUploadStore(folder).append(key, bytes(10), 10, hold)).rejects.toThrow(StoreUnavailableError);
  });

  it('says "not now" when the folder is gone', async () => {
    const folder = join(newFolder(), 'files');
    writeFileSync(folder, 'a file where the folder should be');
    const store = fileUploadStore(folder);
    await expect(store.append(key, bytes(10), 10, hold)).rejects.toThrow(StoreUnavailableError);
    await expect(store.size(key)).rejects.toThrow(StoreUnavailableError);
    await expect(fileUploadStore(join(folder, 'nowhere')).ping()).rejects.toThrow(StoreUnavailableError);
  });
});
