import type { Office } from '#domain/office/office.ts';
import type { Refusal, StoredApplication } from './application-store.ts';

export interface Pickup {
  readonly place: string;
  /** WIB days. */
  readonly from: string;
  readonly until?: string | undefined;
  readonly bring?: string | undefined;
}

export interface NewResult {
  readonly id: string;
  readonly applicationId: string;
  readonly officerId: string;
  readonly title: string;
  /** The number that the document bears. */
  readonly number: string | null;
  /** Null: a file. */
  readonly pickup: Pickup | null;
  readonly file: { readonly sizeBytes: number; readonly sha256: string; readonly uploadKey: string } | null;
  readonly bodyHash: string;
}

/** As its applicant may see it: a pickup, or a file that is whole and was looked through. */
export interface StoredResult {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly atMs: number;
  readonly pickup: Pickup | null;
  readonly file: { readonly sizeBytes: number; readonly sha256: string } | null;
}

export type Given =
  | { readonly kind: 'created' | 'replayed'; readonly application: StoredApplication }
  | { readonly kind: 'other-content' }
  /** Another document bears this number. */
  | { readonly kind: 'number-taken' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly because: Refusal };

/** Whether it may be given to an application as it is at that moment, and in which role. */
export type MayGive = (
  application: StoredApplication,
) => { readonly kind: 'give'; readonly role: string } | { readonly kind: 'refuse'; readonly because: Refusal };

/** What anybody may know of a document by its number. */
export interface IssuedDocument {
  readonly number: string;
  readonly serviceId: string;
  readonly atMs: number;
  readonly office: Office | null;
  readonly sha256: string | null;
}

/** What an office gives for an application. Rejects with StoreUnavailableError. */
export interface ResultStore {
  /**
   * Once: a repetition is recognised before `mayGive`, which is pure, is asked. Its applicant is told, with a raised version, history and
   * an entry in the feed, at once, or of a file in the transaction in which DocumentStore.markVerified finds it whole.
   */
  give(result: NewResult, mayGive: MayGive, nowMs: number): Promise<Given>;
  /** Undefined unless the application that it belongs to is ready or done. */
  findIssued(number: string): Promise<IssuedDocument | undefined>;
  /** Whether a document is one that an office has given. */
  isResult(id: string): Promise<boolean>;
}
