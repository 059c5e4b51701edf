import type { Answers } from '#domain/form/answers.ts';
import type { Corners } from '#domain/document/corners.ts';
import type { PaperDoubt } from '#domain/document/doubt.ts';
import type { DraftRepair } from './repair.ts';
import type { Consent } from '#domain/resident/consent.ts';
import type { MediaType, ServiceDefinition } from '#domain/service/definition.ts';

/** An application being filled in. Its id becomes the application's id. */
export interface Draft {
  readonly id: string;
  readonly ownerId: string | null;
  /** Pinned: a draft keeps the definition that it was begun with. */
  readonly definition: ServiceDefinition;
  readonly answers: Answers;
  /** Where the person was: a step id, "documents" or "review". */
  readonly place: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Whom an officer fills it in for; missing: the person themselves. */
  readonly residentId?: string;
  /** The resident's yes to this application. */
  readonly consent?: Consent;
  /** It repairs an application that the office gave back. */
  readonly repair?: DraftRepair;
  /** Of a draft under a lock (domain/lock): its answers, sealed. On the phone's disk `answers` is empty then. */
  readonly locked?: ArrayBuffer | undefined;
}

/** As a list has it: one that was deleted and can still be taken back says when that was. */
export interface ListedDraft extends Draft {
  readonly hiddenAtMs?: number;
}

/** For so long a screen offers to take a deleted draft back. */
export const undoOfferedMs = 60_000;
/** After so long it is gone for good; longer than it is offered, for a screen's clock ticks in half minutes. */
export const undoPossibleMs = 120_000;

/** A paper attached to a draft or an entry, without its bytes. */
export interface AttachedDocument {
  readonly id: string;
  readonly applicationId: string;
  readonly slot: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Of a PDF that was looked through when it was attached; a photo has none. */
  readonly pageCount?: number;
  /** As the person's phone called it; shown as text only, never sent. */
  readonly fileName: string;
  readonly attachedAtMs: number;
  /** What may keep an officer from reading it, until the person says that it is fine. Missing: nothing. */
  readonly doubts?: readonly PaperDoubt[];
  /** Where in the photo the paper seems to lie, when straightening it is worth an offer. */
  readonly paperAt?: Corners;
  /** Under a lock (domain/lock): its name, length and digest, sealed; those of the row are of the sealed bytes. */
  readonly locked?: ArrayBuffer | undefined;
}
