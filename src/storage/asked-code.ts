import { isRecord } from '#lib/is-record.ts';
import { keptText, type TextStorage } from './kept-text.ts';

interface AskedCode {
  readonly requestId: string;
  readonly phone: string;
  readonly expiresAtMs: number;
  readonly resendAtMs: number;
}

const key = 'ajukan.asked-code';

/**
 * The code that this phone waits for, beside the database: it may be lost without harm, and is there again at once when
 * the tab was killed while the person read the message. The number goes when the code has been used or is given up.
 */
export function createAskedCodeKeeper(storage: () => TextStorage) {
  const text = keptText(storage, key);
  return {
    read: (): AskedCode | null => readAskedCode(text.read()),
    keep: (asked: AskedCode | null): void => text.keep(asked === null ? null : JSON.stringify(asked)),
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
