import { isRecord } from '#lib/is-record.ts';

interface AskedCode {
  readonly requestId: string;
  readonly phone: string;
  readonly expiresAtMs: number;
  readonly resendAtMs: number;
}

/** As much of the browser's localStorage as is needed. Asking for it may throw. */
interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const key = 'ajukan.asked-code';

/**
 * The code that this phone waits for, beside the database: it may be lost without harm, and is there again at once when
 * the tab was killed while the person read the message. The number goes when the code has been used or is given up.
 */
export function createAskedCodeKeeper(storage: () => TextStorage) {
  let inMemory: AskedCode | null = null;
  return {
    read(): AskedCode | null {
      try {
        return readAskedCode(storage().getItem(key)) ?? inMemory;
      } catch {
        return inMemory;
      }
    },
    keep(asked: AskedCode | null): void {
      inMemory = asked;
      try {
        if (asked === null) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(asked));
      } catch {
        // Storage is shut or full: it is known until the app is closed.
      }
    },
  };
}

export function readAskedCode(text: string | null): AskedCode | null {
  try {
    const asked: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(asked)) return null;
    const { requestId, phone, expiresAtMs, resendAtMs } = asked;
    if (typeof requestId !== 'string' || typeof phone !== 'string') return null;
    if (typeof expiresAtMs !== 'number' || typeof resendAtMs !== 'number') return null;
    return { requestId, phone, expiresAtMs, resendAtMs };
  } catch {
    return null;
  }
}
