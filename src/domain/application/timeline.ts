import type { Office } from '#domain/office/office.ts';
import type { ReasonCode } from '#domain/office/reason-code.ts';
import type { GivenResult } from './given-result.ts';
import type { ToldStatus } from './status.ts';

/** A step of an application at the office. Nobody's name is in it. */
export interface TimelineStep {
  readonly atMs: number;
  /** received, review, return, revise, process, sign, ready, complete, reject, withdraw, result; more may come. */
  readonly action: string;
  readonly status: ToldStatus;
  readonly by: 'applicant' | 'field-officer' | 'official';
  /** As what an official acted. */
  readonly role: string | null;
  readonly reason: string | null;
  /** The reason in short; missing where none was chosen, and for one that only a newer release has words for. */
  readonly reasonCode?: ReasonCode;
}

/** What the office has promised. */
export interface Due {
  /** WIB day, "2026-11-30"; null while the clock stands still, and where nothing is promised. */
  readonly dueOn: string | null;
  /** Since when it is the applicant's turn. */
  readonly pausedSinceMs: number | null;
}

/** How an application has fared at the office, as this phone last heard it. */
export interface Timeline {
  /** Oldest first. */
  readonly steps: readonly TimelineStep[];
  readonly due: Due | null;
  /** Where it lies; null where the office does not say. */
  readonly office: Office | null;
  readonly heardAtMs: number;
  /** Of the receipt: with its number, anybody may ask where it is. */
  readonly lookupSecret?: string;
  /** What the office has given, oldest first. */
  readonly results?: readonly GivenResult[];
}

/** Its office has done its part, or nothing is left to do. */
export function isOver(status: ToldStatus): boolean {
  return status === 'ready' || status === 'done' || status === 'rejected' || status === 'withdrawn';
}

export type Promised =
  | { readonly kind: 'by'; readonly day: string }
  /** How many working days that is only the office knows, which has the holidays: the day itself is said. */
  | { readonly kind: 'late'; readonly day: string }
  | { readonly kind: 'paused'; readonly sinceMs: number }
  | { readonly kind: 'none' };

/**
 * What may be said of the promise.
 * @param status as last told, which may be newer than the rest
 * @param today WIB day
 */
export function promisedNow(due: Due | null, status: ToldStatus, today: string): Promised {
  if (due === null || isOver(status)) return { kind: 'none' };
  if (due.pausedSinceMs !== null) return { kind: 'paused', sinceMs: due.pausedSinceMs };
  if (due.dueOn === null) return { kind: 'none' };
  // A day that can't be read is not said.
  if (Number.isNaN(Date.parse(due.dueOn))) return { kind: 'none' };
  return { kind: today > due.dueOn ? 'late' : 'by', day: due.dueOn };
}
