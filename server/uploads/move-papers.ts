import { readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileUploadStore } from './file-upload-store.ts';
import { uploadKeyPattern } from './upload-key.ts';
import type { UploadStore } from './upload-store.ts';

/** Whether papers lie in the folder of a `fileUploadStore`. */
export function hasPapers(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((path) =>
      uploadKeyPattern.test(basename(path)),
    );
  } catch {
    return false;
  }
}

/**
 * Brings every paper, whole or begun, from a folder into another store: each is read back there and compared before it
 * goes here. Ended in the middle, the next time goes on. Only while no server writes. Resolves with how many it moved.
 */
export async function movePapers(folder: string, to: UploadStore): Promise<number> {
  const from = fileUploadStore(folder);
  const hold = { signal: new AbortController().signal, onProgress: () => undefined };
  let moved = 0;
  const groups = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name: group } of groups) {
    for (const key of await readdir(join(folder, group))) {
      // What a system or a person has put there is nobody's paper, and stays.
      if (!uploadKeyPattern.test(key)) continue;
      const paper = await from.read(key);
      if (paper !== undefined) {
        await to.clear(key);
        await to.append(key, paper.chunks, paper.sizeBytes, hold, 0);
        await to.makeDurable(key);
        const [here, there] = [await from.digest(key), await to.digest(key)];
        if (here.sha256 !== there.sha256) throw new Error('A paper arrived otherwise than it was sent');
        moved += 1;
      }
      await from.clear(key);
    }
  }
  return moved;
}
