import type { LocalizedText, MediaType } from '#domain/service/definition.ts';
import type { FieldProblem } from '#domain/form/answers.ts';
import type { ConsentMark } from '#domain/resident/consent.ts';
import type { Receipt } from './receipt.ts';
import type { AboutApplication } from './repair.ts';

/** Why an entry is not at the office yet. Said on screen in words; `detail` is the office's own text. */
export type DeliveryProblem =
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'captive-portal' }
  | { readonly kind: 'office-trouble'; readonly status: number }
  | { readonly kind: 'office-busy' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly detail: string | null;
      readonly fieldProblems: readonly FieldProblem[];
      /** The office has the application no more, and this phone can't give it again: its bytes are gone. */
      readonly isForgotten?: true;
    }
  | { readonly kind: 'content-conflict' }
  /** The office has changed the application since the person saw it: nothing was written over. */
  | { readonly kind: 'changed-since'; readonly detail: string | null }
  /** Where the application is now, it can't be repaired or taken back. */
  | { readonly kind: 'not-possible-now'; readonly detail: string | null }
  | {
      readonly kind: 'file-refused';
      readonly documentId: string;
      readonly status: number;
      readonly detail: string | null;
    }
  | { readonly kind: 'file-damaged'; readonly documentId: string }
  | { readonly kind: 'file-corrupted-on-the-way'; readonly documentId: string }
  | { readonly kind: 'app-too-old' }
  /** The office takes only what is sealed: the open page seals it, then it goes. */
  | { readonly kind: 'seal-needed' };

/** How far one file has come. The office's own offset (HEAD) is the truth; this is the last known of it. */
export type UploadProgress =
  | { readonly state: 'pending' }
  | { readonly state: 'uploading'; readonly uploadUrl: string; readonly offsetBytes: number }
  | { readonly state: 'verified' };

export interface OutboxDocument {
  readonly id: string;
  readonly slot: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Lower-case hex of the bytes, fixed once when the file was attached. */
  readonly sha256: string;
  readonly progress: UploadProgress;
  /** How often the office lost or refused the bytes and the upload began again from 0. */
  readonly restarts: number;
  /** How often the office found other bytes than announced; none when absent. */
  readonly corruptions?: number;
  /** Size and SHA-256 are those of its sealed bytes; `mediaType` is of what they hold. */
  readonly sealed?: true;
}

/** One life cycle, one union. `needs-person` waits for somebody, never expires and never holds up another entry. */
export type Delivery =
  | {
      readonly state: 'waiting';
      /** Failures since the last progress. Silence and server trouble count here, but never towards giving up. */
      readonly attempts: number;
      readonly nextTryAtMs: number;
      readonly lastProblem: DeliveryProblem | null;
      /** Present once the office knows the application; its papers may still be missing. */
      readonly receipt: Receipt | null;
    }
  | {
      readonly state: 'needs-person';
      readonly problem: DeliveryProblem;
      readonly sinceMs: number;
      readonly receipt: Receipt | null;
    }
  | { readonly state: 'delivered'; readonly receipt: Receipt; readonly deliveredAtMs: number };

/** An application that a person has sent off ("Kirim"), as the phone holds it until the office has it. */
export interface OutboxEntry {
  /** UUIDv7 minted when the draft was begun; the application's id for ever. Of a change: the change's own. */
  readonly applicationId: string;
  /** A change of an application that the office has. It has no number of its own among the phone's. */
  readonly about?: AboutApplication;
  /** Account that it belongs to; null until the first sign-in on this phone claims it. */
  readonly ownerId: string | null;
  readonly deviceId: string;
  /** Gap-free per device, from 1. Of a change: of the application before it, so that lists know when it was. */
  readonly sequence: number;
  readonly serviceId: string;
  readonly serviceName: LocalizedText;
  readonly createdAtMs: number;
  /** The request body, fixed at Kirim: opaque bytes in the payload store under the application's id. */
  readonly envelope: { readonly mediaType: string; readonly sizeBytes: number; readonly sha256: string };
  readonly documents: readonly OutboxDocument[];
  readonly delivery: Delivery;
  /** The person has put it aside. Beside `delivery`, which the engine rewrites, so that neither undoes the other. */
  readonly pausedAtMs?: number;
  /** The person said "now": it goes over any connection, whatever was chosen for all. */
  readonly anyConnection?: true;
  /**
   * No request with it has ever begun, so the office can't have it. Taken away before the first one; rows of older
   * releases never had it.
   */
  readonly untried?: true;
  /** Only the office can open it; with it, all that this phone may still say of whom it is for. */
  readonly sealed?: { readonly maskedName: string | null };
  /** The office takes only what is sealed, and there was no key at Kirim: sealed at the next contact, not sent before. */
  readonly sealFirst?: true;
  /** Whom an officer has sent it for; missing: the person themselves. */
  readonly residentId?: string;
  /** What was agreed to is in the envelope; this is what may be known of it without opening that. */
  readonly consent?: ConsentMark;
  /** A field officer put it in, and the person has claimed it since: nothing of it was ever on this phone. */
  readonly claimedAtMs?: number;
}
