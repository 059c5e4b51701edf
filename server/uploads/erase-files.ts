import type { ErasureStore } from '../stores/erasure-store.ts';
import { clearEverything } from './finish-upload.ts';
import type { UploadLock } from './upload-lock.ts';
import type { UploadStore } from './upload-store.ts';

export interface EraseFilesPorts {
  readonly erasures: Pick<ErasureStore, 'pendingFiles' | 'forgetFile'>;
  readonly uploads: UploadStore;
  readonly uploadLock: UploadLock;
}

const mostAtOnce = 1000;

/**
 * The bytes of what was erased. After the rows: a process that dies in between finds the names again at the next start.
 * A file that somebody is still writing, or that the disk does not give up, is left for the next time. Resolves with how
 * many names it is done with, 1000 at most.
 */
export async function eraseFiles({ erasures, uploads, uploadLock }: EraseFilesPorts): Promise<number> {
  let erased = 0;
  for (const key of await erasures.pendingFiles(mostAtOnce)) {
    const cleared = await uploadLock
      .withUpload(key, async () => {
        await clearEverything(uploads, key);
        return 'cleared' as const;
      })
      .catch(() => 'later' as const);
    if (cleared !== 'cleared') continue;
    await erasures.forgetFile(key);
    erased += 1;
  }
  return erased;
}
