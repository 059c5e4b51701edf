import { StoreUnavailableError } from '../stores/sql-database.ts';

/** Errors of the file system that say "not now"; anything else is a bug and stays what it is. */
const troubles = new Set([
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EROFS',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
  'ENOENT',
  'ENOTDIR',
  'ESTALE',
  'EBUSY',
]);

export function hasCode(error: unknown, code: string): boolean {
  return codeOf(error) === code;
}

export function storageTrouble(error: unknown): unknown {
  const code = codeOf(error);
  return code !== undefined && troubles.has(code)
    ? new StoreUnavailableError(`Files: ${code}`, { cause: error })
    : error;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code;
}
