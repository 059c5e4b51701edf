import type { Answers } from '#domain/form/answers.ts';
import { type ForResident, markOf, onBehalfMembers } from '#domain/resident/on-behalf.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { AttachedDocument } from './draft.ts';
import type { OutboxDocument, OutboxEntry } from './outbox-entry.ts';
import type { DraftRepair } from './repair.ts';

/** The media type of an envelope that is not sealed. */
export const plainEnvelopeType = 'application/json';

export interface SubmissionParts {
  readonly applicationId: string;
  readonly definition: Pick<ServiceDefinition, 'id' | 'schemaVersion' | 'name'>;
  /** Cleaned and valid. */
  readonly answers: Answers;
  readonly documents: readonly AttachedDocument[];
  readonly device: { readonly deviceId: string; readonly sequence: number };
  readonly ownerId: string | null;
  readonly nowMs: number;
  /** Missing: for the person themselves. */
  readonly forResident?: ForResident;
  /** It repairs this: `applicationId` is the revision's own id. */
  readonly repair?: DraftRepair;
  /** Of a repair: whose application it is, who is not asked again. */
  readonly residentId?: string;
}

/**
 * The body of PUT /applications/{id}, or of one of its revisions (ApplicationSubmission of the contract), as text that is
 * fixed from here on. A revision names every paper, also those that the office has.
 */
export function submissionText(parts: SubmissionParts): string {
  return JSON.stringify({
    serviceId: parts.definition.id,
    schemaVersion: parts.definition.schemaVersion,
    data: parts.answers,
    documents: [...(parts.repair?.kept ?? []), ...parts.documents].map(
      ({ id, slot, mediaType, sizeBytes, sha256 }) => ({
        id,
        slot,
        mediaType,
        size: sizeBytes,
        sha256,
      }),
    ),
    capturedAt: new Date(parts.nowMs).toISOString(),
    device: { id: parts.device.deviceId, sequence: parts.device.sequence },
    ...(parts.forResident === undefined ? {} : onBehalfMembers(parts.forResident)),
  });
}

/** The entry that stands for it on the phone: waiting, due at once. */
export function newEntry(parts: SubmissionParts, envelope: OutboxEntry['envelope']): OutboxEntry {
  return {
    applicationId: parts.applicationId,
    ownerId: parts.ownerId,
    deviceId: parts.device.deviceId,
    sequence: parts.device.sequence,
    serviceId: parts.definition.id,
    serviceName: parts.definition.name,
    createdAtMs: parts.nowMs,
    envelope,
    documents: parts.documents.map(
      ({ id, slot, mediaType, sizeBytes, sha256 }): OutboxDocument => ({
        id,
        slot,
        mediaType,
        sizeBytes,
        sha256,
        progress: { state: 'pending' },
        restarts: 0,
      }),
    ),
    delivery: { state: 'waiting', attempts: 0, nextTryAtMs: parts.nowMs, lastProblem: null, receipt: null },
    untried: true,
    ...(parts.residentId === undefined ? {} : { residentId: parts.residentId }),
    ...(parts.forResident === undefined
      ? {}
      : { residentId: parts.forResident.resident.id, consent: markOf(parts.forResident.consent) }),
    ...(parts.repair === undefined ? {} : { about: aboutOf(parts.repair) }),
  };
}

function aboutOf({ applicationId, seenVersion }: DraftRepair): NonNullable<OutboxEntry['about']> {
  return { kind: 'revision', applicationId, seenVersion };
}
