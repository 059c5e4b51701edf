import type { OfficeStatus } from '#domain/application/status.ts';

/** What an envelope says to those who can read it. */
export interface Submission {
  readonly serviceId: string;
  readonly schemaVersion: number;
  readonly documents: readonly { readonly id: string; readonly size: number; readonly sha256: string }[];
  readonly device: { readonly id: string; readonly sequence: number };
}

export interface OfficeApplication {
  readonly id: string;
  readonly ownerId: string;
  /** Two bodies are the same when they came from the same bytes. */
  readonly fingerprint: string;
  readonly submission: Submission;
  readonly registrationNumber: string;
  readonly receivedAtMs: number;
  readonly status: OfficeStatus;
  readonly version: number;
}

export interface OfficeDocument {
  readonly id: string;
  readonly ownerId: string;
  readonly applicationId: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadKey: string;
  readonly storedBytes: number;
  /** Some of the stored bytes are not those that were announced. */
  readonly isSpoilt: boolean;
  readonly isVerified: boolean;
}

export interface OfficeChangeRecord {
  readonly seq: number;
  readonly ownerId: string;
  readonly applicationId: string;
  readonly status: OfficeStatus;
  readonly version: number;
  readonly atMs: number;
}

/** Everything the office has on its disks. */
export interface OfficeDisk {
  readonly applications: Map<string, OfficeApplication>;
  readonly documents: Map<string, OfficeDocument>;
  /** By id: the bytes that it came as. */
  readonly revisions: Map<string, string>;
  readonly changes: OfficeChangeRecord[];
  registered: number;
  uploads: number;
  /** Cursors of another epoch are not known any more. */
  epoch: number;
}

export function emptyDisk(): OfficeDisk {
  return {
    applications: new Map(),
    documents: new Map(),
    revisions: new Map(),
    changes: [],
    registered: 0,
    uploads: 0,
    epoch: 1,
  };
}

export function copyOf(disk: OfficeDisk): OfficeDisk {
  return {
    ...disk,
    applications: new Map(disk.applications),
    documents: new Map(disk.documents),
    revisions: new Map(disk.revisions),
    changes: [...disk.changes],
  };
}

export function hasAllDocuments(disk: OfficeDisk, { submission }: OfficeApplication): boolean {
  return submission.documents.every(({ id }) => disk.documents.get(id)?.isVerified === true);
}

export function missingDocuments(disk: OfficeDisk, application: OfficeApplication): readonly string[] {
  return application.submission.documents
    .filter(({ id }) => disk.documents.get(id)?.isVerified !== true)
    .map(({ id }) => id);
}
