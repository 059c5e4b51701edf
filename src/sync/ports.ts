/**
 * What the outbox engine needs from the world. The engine owns these interfaces; storage/, api/ and the
 * composition roots (main.tsx, sw.ts) supply the parts, tests supply others that pass the same suites.
 */
import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { AboutApplication } from '#domain/application/repair.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import type { ToldStatus } from '#domain/application/status.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { FieldProblem } from '#domain/form/answers.ts';
import type { Facts } from '#lib/log-line.ts';

/** Every way an exchange with the office can end. Made in one place (api/), by status and media type only. */
export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** No usable answer: nothing, a broken one, a captive portal's page, 408, 425, 500, 502, 504. Try again later. */
  | {
      readonly kind: 'unreachable';
      readonly reason: 'network' | 'captive-portal' | 'server-error';
      readonly status: number | null;
    }
  /** 429 or 503: everything waits. Already clamped to 1 s .. 1 h. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  /** 401. */
  | { readonly kind: 'sign-in-needed' }
  /** 426, or an api version we do not speak. */
  | { readonly kind: 'update-needed' }
  /** 426 that asks for a seal: this application goes once it has one. Nothing is wrong with the app. */
  | { readonly kind: 'seal-needed' }
  /** 423, or a tus 409: somebody else is writing, or our offset is not the office's. Ask with HEAD, then go on. */
  | { readonly kind: 'offset-conflict' }
  /** 404 or 410 of an upload URL: ask for a new one. */
  | { readonly kind: 'upload-gone' }
  /** 460: the bytes that arrived are not the bytes that were announced. */
  | { readonly kind: 'digest-mismatch' }
  /** Any other 4xx: this item needs a person. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly detail: string | null;
      readonly fieldProblems: readonly FieldProblem[];
    };

export interface UploadTicket {
  readonly state: 'expected' | 'verified';
  /** Absolute or relative to the office's origin; opaque. Null when the document is verified already. */
  readonly uploadUrl: string | null;
  readonly offsetBytes: number;
}

/** Lets what one owner has made on one phone be handed in with nobody signed in. It reads nothing. */
export interface SendTicket {
  readonly ownerId: string;
  /** Of what was made elsewhere nothing goes by it. */
  readonly deviceId: string;
  readonly ticket: string;
}

export interface OfficeChange {
  readonly applicationId: string;
  readonly status: ToldStatus;
  readonly version: number;
  readonly changedAtMs: number;
}

export interface ChangePage {
  readonly changes: readonly OfficeChange[];
  /** Opaque. */
  readonly nextCursor: string;
  readonly more: boolean;
}

/**
 * The office over the wire. Every method resolves for every answer and every silence; it rejects only when
 * `signal` is aborted.
 */
export interface Office {
  /** Who the office thinks we are, so that one person's queue never goes out under another's name. */
  whoAmI(signal: AbortSignal): Promise<Outcome<{ readonly accountId: string }>>;
  putApplication(
    applicationId: string,
    envelope: { readonly mediaType: string; readonly bytes: ArrayBuffer },
    signal: AbortSignal,
  ): Promise<Outcome<Receipt>>;
  /** A revision or a withdrawal, under an id of its own. A repetition is answered before the seen version is looked at. */
  putChange(
    changeId: string,
    about: AboutApplication,
    envelope: { readonly mediaType: string; readonly bytes: ArrayBuffer },
    signal: AbortSignal,
  ): Promise<Outcome<Receipt>>;
  putDocument(applicationId: string, document: OutboxDocument, signal: AbortSignal): Promise<Outcome<UploadTicket>>;
  readOffset(uploadUrl: string, signal: AbortSignal): Promise<Outcome<{ readonly offsetBytes: number }>>;
  /**
   * Sends bytes[offsetBytes, offsetBytes + piece.byteLength) and resolves with the office's offset: the new one, or one
   * that was further already.
   */
  appendPiece(
    uploadUrl: string,
    offsetBytes: number,
    piece: ArrayBuffer,
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly offsetBytes: number }>>;
  /** `cursor` null reads from the beginning; 'reset' means the office no longer knows the cursor (410). */
  readChanges(cursor: string | null, signal: AbortSignal): Promise<Outcome<ChangePage | 'reset'>>;
  readApplication(applicationId: string, signal: AbortSignal): Promise<Outcome<TrackedApplication>>;
}

export type PayloadRead =
  | { readonly kind: 'ok'; readonly bytes: ArrayBuffer }
  /** Read, and missing, shorter, or another SHA-256 than recorded. */
  | { readonly kind: 'damaged' }
  /** The store gave no answer just now; nothing is known about the bytes. */
  | { readonly kind: 'unreadable' };

export type CommitResult =
  | { readonly kind: 'stored' }
  /** A newer holder of the lock has written: stop at once. */
  | { readonly kind: 'fenced' }
  /** The entry is not there any more (the person withdrew it). */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: 'quota' | 'closed' | 'unknown' };

/** Rows by sequence. Two of one number are never parted, so that a page is longer than asked for rather than lose one. */
export interface EntryPage {
  readonly entries: readonly OutboxEntry[];
  /** Where the next page begins; null after the last. */
  readonly nextAfter: number | null;
}

/**
 * The durable truth. The reads of what waits reject when the store gives no answer, because "nothing waits" must never
 * be said by mistake; writes say so by `failed`.
 */
export interface OutboxStore {
  /** The signed-in account on this phone, or null. */
  readAccountId(): Promise<string | null>;
  /** Entries in state `waiting` that belong to the account, above a sequence number: about `limit` of them, or fewer (F23). */
  readWaiting(accountId: string, afterSequence: number, limit: number): Promise<EntryPage>;
  readEntry(applicationId: string): Promise<OutboxEntry | undefined>;
  /** Delivered entries of the account whose bytes are still here, likewise: what can be offered once more (F49). */
  readHeld(accountId: string, afterSequence: number, limit: number): Promise<EntryPage>;
  /** Of the account: what the office has no more, and this phone could not give again (`isForgotten`). */
  readForgotten(accountId: string): Promise<readonly OutboxEntry[]>;
  /** By primary key, verified against length and SHA-256 before it is handed out. */
  readPayload(id: string, expected: { readonly sizeBytes: number; readonly sha256: string }): Promise<PayloadRead>;
  /**
   * Replaces the entry's documents and delivery, in one transaction that also checks the fence.
   * `strict` for a receipt or a person's problem; `relaxed` for an offset that HEAD can tell again.
   */
  commit(
    applicationId: string,
    change: Pick<OutboxEntry, 'documents' | 'delivery'>,
    fence: number,
    durability: 'strict' | 'relaxed',
  ): Promise<CommitResult>;
  /**
   * Strict, fenced: from here on the office may have it. Nothing is sent of an entry that is not 'stored' so.
   * 'unsealed': the office is known to take only what is sealed, and this is not. It stays untried.
   */
  noteTried(applicationId: string, fence: number): Promise<CommitResult | { readonly kind: 'unsealed' }>;
  readCursor(accountId: string): Promise<string | null>;
  /**
   * Stores statuses and the cursor in one transaction. `newer`: an older version never replaces a newer one.
   * `as-told`: the office has lost its place and corrects itself, so what it says now counts (I16).
   */
  commitChanges(
    accountId: string,
    tracked: readonly TrackedApplication[],
    cursor: string | null,
    fence: number,
    truth: 'newer' | 'as-told',
  ): Promise<CommitResult>;
}

/** Held for the life of a run, by one tab or worker of this origin at a time. */
export interface RunLock {
  /**
   * Runs `work` while holding the lock and resolves with its result; resolves with 'held-elsewhere' at once
   * when another holder is alive (its heartbeat is younger than 15 s), else takes over from it. 'unavailable': the
   * store can't be written, so nobody can hold it (a full disk without a reserve, a newer release's data).
   */
  withLock<T>(
    work: (hold: { readonly fence: number; readonly lost: AbortSignal }) => Promise<T>,
  ): Promise<T | 'held-elsewhere' | 'unavailable'>;
}

export interface Clock {
  nowMs(): number;
  /** Resolves after `delayMs`, or rejects with the signal's reason. */
  sleep(delayMs: number, signal: AbortSignal): Promise<void>;
}

/** In [0, 1). */
export type Chance = () => number;

/** The only way the engine speaks of itself; never a form value, a file name or an id number. */
export interface Logger {
  debug(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
}
