import type { z } from 'zod';
import type { OnBehalfOf } from '#contract/on-behalf-schemas.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import type { Assignee } from '#domain/desk/queue-line.ts';
import type { Office } from '#domain/office/office.ts';
import type { MediaType } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';
import type { ClaimMacs } from './claim-store.ts';
import type { StoredResult } from './result-store.ts';

export interface DocumentReference {
  readonly id: string;
  readonly slot: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Size and SHA-256 are those of its sealed bytes. */
  readonly sealed?: true;
  /** Of a sealed paper that an application lists: what comes out of the seal. */
  readonly opened?: { readonly sizeBytes: number; readonly sha256: string };
}

/** Of what a field officer put in: the resident and their consent, and the officer. */
export type OnBehalf = z.output<typeof OnBehalfOf> & {
  readonly submittedBy: { readonly accountId: string; readonly name: string };
};

/** What an application is found and compared by. */
export interface ApplicantEntry {
  /** Tells with which key the HMAC is made. */
  readonly key: string;
  readonly name: string | null;
  /** Of the name, lower-case, each once. */
  readonly words: readonly string[];
  /** HMAC of the NIK. */
  readonly nikMac: string | null;
  /** Kepmendagri code of the place that it is about. */
  readonly area: string;
}

export interface NewApplication {
  readonly id: string;
  readonly ownerId: string;
  readonly serviceId: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly documents: readonly DocumentReference[];
  readonly office: Office;
  readonly device: { readonly id: string; readonly sequence: number } | null;
  readonly capturedAtMs: number;
  readonly onBehalfOf?: OnBehalf;
  /** That the service promises now; null or missing where it promises none. */
  readonly workingDays?: number | null;
  /** SHA-256 of the RFC 8785 form of the request body. */
  readonly bodyHash: string;
  /** The session that it comes by; absent where it is no session that lets in. */
  readonly sessionId?: string;
  /** Of an application that came sealed: its wrapped content key (RFC 7516), as JSON text. */
  readonly sealedKey?: string;
  /** Put in for somebody else, who may claim it. */
  readonly claim?: ClaimMacs;
  readonly applicant: ApplicantEntry;
}

/** A step of an application, as its applicant may follow it. */
export interface HistoryEntry {
  readonly atMs: number;
  /** 'received', 'revise', 'withdraw', or the action of an official. */
  readonly action: string;
  /** Where it led. */
  readonly status: OfficeStatus;
  readonly by: 'applicant' | 'field-officer' | 'official';
  /** Of an official: as what they acted. Null for what an earlier release took in. */
  readonly role: string | null;
  readonly reason: string | null;
  /** The reason in short, where an official chose one. */
  readonly reasonCode?: string;
  /** JSON Pointers of what has to be repaired. */
  readonly fields: readonly string[];
}

export interface StoredApplication {
  readonly id: string;
  readonly ownerId: string;
  readonly registrationNumber: string;
  readonly serviceId: string;
  /** Who works on it. Null only for what an earlier release took in, until it has been assigned. */
  readonly office: Office | null;
  readonly schemaVersion: number;
  readonly status: OfficeStatus;
  readonly version: number;
  readonly data: JsonObject;
  readonly documents: readonly (DocumentReference & { readonly verified: boolean; readonly refusal: string | null })[];
  readonly bodyHash: string;
  readonly capturedAtMs: number;
  readonly receivedAtMs: number;
  readonly updatedAtMs: number;
  readonly reason: string | null;
  readonly sealedKey?: string;
  readonly onBehalfOf?: OnBehalf;
  /** The resident whose it is, put in by somebody else: sees it like its owner. */
  readonly claimedBy: string | null;
  readonly claimedAtMs: number | null;
  /** That were promised when it was handed in; null where none were. */
  readonly workingDays: number | null;
  /** By which day, in WIB; null while it is not the office's turn. */
  readonly dueOn: string | null;
  /** Every step, the oldest first; only of one that was found by its id. */
  readonly history: readonly HistoryEntry[];
  readonly assignee: Assignee | null;
  /** How often it was taken or given back. */
  readonly assignments: number;
  /** What the office has given, the oldest first; only of one that was found by its id. */
  readonly results: readonly StoredResult[];
}

export type Submitted =
  | { readonly kind: 'created' | 'replayed'; readonly application: StoredApplication }
  | { readonly kind: 'other-content' }
  /** The id belongs to another account. */
  | { readonly kind: 'foreign' }
  /** At the wish of its owner, who asks now: the id is never taken again. */
  | { readonly kind: 'erased' }
  /** These papers were announced before with other content, for another application, or by somebody else. */
  | { readonly kind: 'papers-differ'; readonly slots: readonly string[] };

export interface NewDecision {
  readonly id: string;
  readonly applicationId: string;
  readonly officerId: string;
  readonly action: string;
  readonly reason: string | null;
  readonly reasonCode?: string;
  readonly fields: readonly string[];
  readonly bodyHash: string;
}

export type Decided =
  | { readonly kind: 'created' | 'replayed'; readonly application: StoredApplication }
  | { readonly kind: 'other-content' }
  /** Unknown, or not complete yet. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly because: Refusal };

/** `role`: the status allows it, to another role. `assigned`: another official has taken it. */
export type Refusal = 'precondition' | 'transition' | 'role' | 'assigned';

/** An official takes an application, or gives it back. */
export interface NewAssignment {
  readonly applicationId: string;
  readonly official: Assignee;
  readonly to: 'me' | null;
  /** Takes it from who has it. */
  readonly force: boolean;
}

export type Assigned =
  | { readonly kind: 'assigned' | 'unchanged'; readonly application: StoredApplication }
  | { readonly kind: 'missing' }
  /** Somebody else has it. */
  | { readonly kind: 'taken'; readonly by: Assignee }
  | { readonly kind: 'refused'; readonly because: 'precondition' | 'ended' };

/** What an officer's action does to an application as it is at that moment. */
export type Verdict =
  | { readonly kind: 'move'; readonly status: OfficeStatus; readonly role: string }
  | { readonly kind: 'refuse'; readonly because: Refusal };

/**
 * Applications. Every write is durable when it resolves, and writes about one application happen one after the other
 * whoever makes them. All methods reject with StoreUnavailableError when the database is not there.
 */
export interface ApplicationStore {
  find(id: string): Promise<StoredApplication | undefined>;
  /**
   * Makes the application exist at most once. It starts as `submitted` when every paper that it lists is verified
   * already, else as `incomplete`; either way its owner's change feed tells.
   */
  submit(application: NewApplication, nowMs: number): Promise<Submitted>;
  /**
   * Records a decision once. A repetition is recognised before `judge` is asked, so that a lost answer never becomes
   * a refusal. `judge` is pure and may be asked more than once.
   */
  decide(decision: NewDecision, judge: (application: StoredApplication) => Verdict, nowMs: number): Promise<Decided>;
  /**
   * Taken by one official at a time. What is theirs already stays so; somebody else's is 'taken' before the state that was
   * looked at is judged, unless by force. `isSeen` is pure.
   */
  assign(
    assignment: NewAssignment,
    isSeen: (application: StoredApplication) => boolean,
    nowMs: number,
  ): Promise<Assigned>;
  /** Gives every application of a release that knew no offices to one, a page at a time; resolves with how many. */
  assignOffices(officeOf: (application: StoredApplication) => Office): Promise<number>;
}
