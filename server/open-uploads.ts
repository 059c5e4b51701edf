import { join } from 'node:path';
import { prepareFolder } from './prepare-folder.ts';
import { StartProblem } from './start-problem.ts';
import type { StorageSettings } from './storage-environment.ts';
import { fileUploadStore } from './uploads/file-upload-store.ts';
import { hasPapers } from './uploads/move-papers.ts';
import type { UploadStore } from './uploads/upload-store.ts';

/** Where the bytes of papers lie: in the data folder, or in an S3-compatible store. Throws StartProblem. */
export async function openUploads(dataDir: string, storage: StorageSettings | null): Promise<UploadStore> {
  const folder = join(dataDir, 'files');
  if (storage === null) {
    prepareFolder(folder);
    return fileUploadStore(folder);
  }
  if (hasPapers(folder))
    throw new StartProblem(
      `STORAGE_URL is set, and there are papers in ${folder} that nobody would find any more. Bring them over with: npm run papers -- move`,
    );
  return await openBucket(storage);
}

/** Tried before it is used. Throws StartProblem. */
export async function openBucket(storage: StorageSettings): Promise<UploadStore> {
  // Loaded only when it is asked for: a server with a folder starts without it.
  const { s3Bucket } = await import('./uploads/s3/s3-bucket.ts');
  const { s3UploadStore } = await import('./uploads/s3/s3-upload-store.ts');
  const { tryBucket } = await import('./uploads/s3/try-bucket.ts');
  const bucket = s3Bucket(storage);
  const fault = await tryBucket(bucket, storage);
  if (fault !== null) throw new StartProblem(`STORAGE_URL: ${fault}`);
  return s3UploadStore(bucket);
}
