import { type ReasonCode, reasonCodeOf } from '#domain/office/reason-code.ts';
import { isRecord } from '#lib/is-record.ts';

/** What an official has begun to say about an application. */
export interface Begun {
  readonly pointers: readonly string[];
  readonly reason: string;
  /** The same in short; absent and null: none is chosen. */
  readonly reasonCode?: ReasonCode | null;
}

const key = 'ajukan.desk-begun';
/** Who comes back later than that begins anew. */
const longestMs = 30 * 60_000;

/**
 * Signing in again leads over the office's own page, and a page that is left forgets. Kept for this tab alone, and only
 * from the press on "sign in again" until the desk opens.
 */
export function keepOverSignIn(begun: ReadonlyMap<string, Begun>, nowMs: number): void {
  if (begun.size === 0) return;
  try {
    sessionStorage.setItem(key, JSON.stringify({ atMs: nowMs, begun: [...begun] }));
  } catch {
    // Storage is shut: it is typed once more then.
  }
}

/** What was kept, once. */
export function takeAfterSignIn(nowMs: number): ReadonlyMap<string, Begun> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    sessionStorage.removeItem(key);
    if (!isRecord(kept) || !Array.isArray(kept['begun'])) return new Map();
    const ageMs = nowMs - Number(kept['atMs']);
    return ageMs >= 0 && ageMs <= longestMs ? new Map(kept['begun'].filter(isEntry)) : new Map();
  } catch {
    return new Map();
  }
}

function isEntry(value: unknown): value is [string, Begun] {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !isRecord(value[1])) return false;
  const { pointers, reason, reasonCode = null } = value[1];
  if (reasonCode !== null && reasonCodeOf(reasonCode) === undefined) return false;
  return typeof reason === 'string' && Array.isArray(pointers) && pointers.every((one) => typeof one === 'string');
}
