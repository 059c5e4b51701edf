import { type ReasonCode, reasonCodeOf } from '#domain/office/reason-code.ts';
import { isRecord } from '#lib/is-record.ts';
import type { WaitingDecision } from '#services/menu-desk.ts';

/** A result that is not saved yet, as it is typed. */
export interface ResultDraft {
  /** Of the result that it becomes: what the office has of its file is gone on from. */
  readonly id: string;
  readonly form: Readonly<Record<'kind' | 'title' | 'number' | 'place' | 'from' | 'until' | 'bring', string>>;
  /** Of the PDF that was chosen; a page that is left can't keep the file itself. */
  readonly fileName: string | null;
}

/** What an official has begun to say about an application. */
export interface Begun {
  readonly pointers: readonly string[];
  readonly reason: string;
  /** The same in short; absent and null: none is chosen. */
  readonly reasonCode?: ReasonCode | null;
  readonly result?: ResultDraft | null;
}

/** The list as it was left: its filters stand in its address, what is looked for does not. */
export interface ListPlace {
  readonly address: string;
  readonly search: string | null;
}

export interface Work {
  /** Whose it is: nobody else gets to see it. */
  readonly accountId: string;
  /** By official and application. */
  readonly begun: ReadonlyMap<string, Begun>;
  readonly waiting: readonly WaitingDecision[];
  readonly list: ListPlace | null;
}

const key = 'ajukan.desk-work';
/** Who comes back later than that begins anew. */
const longestMs = 30 * 60_000;

/**
 * Signing in again leads over the office's own page, and a page that is left forgets. Kept for this tab alone, and only
 * from the press on "sign in again" until the desk opens.
 */
export function keepOverSignIn({ begun, waiting, ...work }: Work, nowMs: number): void {
  // What the office has answered holds the whole case, which is no part of the official's work.
  const open = waiting.filter(({ ended }) => ended === null);
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...work, atMs: nowMs, begun: [...begun], waiting: open }));
  } catch {
    // Storage is shut: it is typed once more then.
  }
}

/** What was kept, once. */
export function takeAfterSignIn(nowMs: number): Work | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    sessionStorage.removeItem(key);
    if (!isRecord(kept) || !Array.isArray(kept['begun']) || !Array.isArray(kept['waiting'])) return null;
    const { accountId, list } = kept;
    const ageMs = nowMs - Number(kept['atMs']);
    if (typeof accountId !== 'string' || !(ageMs >= 0 && ageMs <= longestMs)) return null;
    return {
      accountId,
      begun: new Map(kept['begun'].filter(isEntry)),
      waiting: kept['waiting'].filter(isWaiting),
      list: isPlace(list) ? list : null,
    };
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is [string, Begun] {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !isRecord(value[1])) return false;
  const { pointers, reason, reasonCode = null, result = null } = value[1];
  if (reasonCode !== null && reasonCodeOf(reasonCode) === undefined) return false;
  if (result !== null && !(isRecord(result) && typeof result['id'] === 'string' && isTexts(result['form'])))
    return false;
  return typeof reason === 'string' && Array.isArray(pointers) && pointers.every((one) => typeof one === 'string');
}

function isTexts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
}

function isWaiting(value: unknown): value is WaitingDecision {
  if (!isRecord(value) || !isRecord(value['decision']) || value['ended'] !== null) return false;
  return ['decisionId', 'applicationId', 'registrationNumber', 'etag'].every((name) => typeof value[name] === 'string');
}

function isPlace(value: unknown): value is ListPlace {
  return isRecord(value) && /^\/meja(\?|$)/.test(String(value['address']));
}
