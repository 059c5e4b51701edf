import type { Answers } from '#domain/form/answers.ts';
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
}

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
}
