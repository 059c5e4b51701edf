import type { JsonObject } from '#lib/json.ts';
import type { ApplicantEntry, DocumentReference, StoredApplication } from './application-store.ts';

export interface NewRevision {
  readonly id: string;
  readonly applicationId: string;
  /** Who hands it in: the application's owner, or who has claimed it. */
  readonly authorId: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  /** All of them: what is kept by the id that it has, and what is new. */
  readonly documents: readonly DocumentReference[];
  readonly capturedAtMs: number;
  readonly bodyHash: string;
  /** What the application is found by once it is taken. */
  readonly applicant: ApplicantEntry;
  /** Of one that came sealed: its wrapped content key (RFC 7516), as JSON text. */
  readonly sealedKey?: string;
  /** The session that it comes by; absent where it is no session that lets in. */
  readonly sessionId?: string;
}

export type RevisionState = 'waiting' | 'applied' | 'superseded';

export interface StoredRevision {
  readonly id: string;
  readonly applicationId: string;
  readonly authorId: string;
  readonly bodyHash: string;
  readonly state: RevisionState;
  /** Of the application, once this one was applied. */
  readonly version: number | null;
  /** Papers that it lists and that are not whole at the office. */
  readonly missing: readonly string[];
}

export type Revised =
  | {
      readonly kind: 'created' | 'replayed';
      readonly application: StoredApplication;
      readonly revision: StoredRevision;
    }
  | { readonly kind: 'other-content' }
  /** Unknown, or somebody else's. */
  | { readonly kind: 'missing' }
  /** These papers are not papers of this application, or were announced with other content, or were refused. */
  | { readonly kind: 'papers-differ'; readonly slots: readonly string[] }
  /** With its new papers the application would have more than it may. */
  | { readonly kind: 'too-many' }
  | { readonly kind: 'refused'; readonly because: ChangeRefusal };

export interface NewWithdrawal {
  readonly id: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly bodyHash: string;
  readonly reason: string | null;
  readonly sessionId?: string;
}

export type Withdrawn =
  | Exclude<Revised, { kind: 'created' | 'replayed' | 'papers-differ' | 'too-many' }>
  | WithdrawnNow;
interface WithdrawnNow {
  readonly kind: 'created' | 'replayed';
  readonly application: StoredApplication;
}

export type ChangeRefusal = 'precondition-required' | 'changed-since' | 'transition-not-allowed';
/** Null: go on. Pure, and may be asked more than once. */
export type MayChange = (application: StoredApplication) => ChangeRefusal | null;

/** What an applicant does to an application that the office has. Rejects with StoreUnavailableError. */
export interface RevisionStore {
  find(id: string): Promise<StoredRevision | undefined>;
  /**
   * Takes a repaired application once. A repetition is recognised before `mayChange` is asked. It takes the place of the
   * earlier content, with a raised version, history and an entry in the feed, in the transaction in which its last paper
   * is there: at once, or in DocumentStore.markVerified. An earlier one that still waits for papers is superseded.
   */
  revise(revision: NewRevision, mayChange: MayChange, nowMs: number): Promise<Revised>;
  withdraw(withdrawal: NewWithdrawal, mayChange: MayChange, nowMs: number): Promise<Withdrawn>;
}
