import { DatabaseSync } from 'node:sqlite';

export interface DataLock {
  release(): void;
}

/**
 * Makes this process the only one that uses a data folder. The lock is the operating system's own, on a file of
 * SQLite's, so a process that is killed holds nothing and no stale lock has to be told from a live one.
 * @returns null while another process (or server in this one) holds it
 */
export function lockData(file: string): DataLock | null {
  const connection = new DatabaseSync(file, { timeout: 0 });
  try {
    connection.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return null;
    throw error;
  }
  return { release: () => connection.close() };
}
