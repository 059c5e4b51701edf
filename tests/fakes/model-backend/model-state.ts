import type { PlantedFault } from './planted-fault.ts';

export interface Account {
  readonly id: string;
  readonly role: 'citizen' | 'officer';
  /** E.164, of who signed in by it. */
  readonly phone?: string;
}

export interface DocumentRef {
  readonly id: string;
  readonly slot: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Submission {
  readonly serviceId: string;
  readonly schemaVersion: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly documents: readonly DocumentRef[];
  readonly capturedAt: string;
  readonly device?: { readonly id: string; readonly sequence: number } | undefined;
}

export interface Application {
  readonly id: string;
  readonly ownerId: string;
  submission: Submission;
  /** What a repetition must be equal to. */
  fingerprint: string;
  registrationNumber: string;
  receivedAt: string;
  updatedAt: string;
  status: string;
  version: number;
  reason: string | null;
  readonly decisions: Map<string, string>;
  /** The officer who has taken it, and how often that has changed. */
  assignee: string | null;
  assignments: number;
}

export interface StoredDocument {
  readonly id: string;
  readonly ownerId: string;
  readonly applicationId: string;
  readonly ref: DocumentRef;
  readonly uploadKey: string;
  bytes: Buffer;
  isVerified: boolean;
  /** Looked through, and not taken: for good. */
  isRejected: boolean;
  /** A PATCH is being read. */
  isBusy: boolean;
}

export interface Change {
  readonly seq: number;
  readonly ownerId: string;
  readonly item: {
    readonly applicationId: string;
    readonly kind: 'application';
    readonly status: string;
    readonly version: number;
    readonly at: string;
  };
}

/** Everything the model backend knows, and the mistake that it makes on purpose. */
export interface ModelState {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly applications: Map<string, Application>;
  readonly documents: Map<string, StoredDocument>;
  readonly changes: Change[];
  /** Ids that were erased: taken no more. */
  readonly erased: Set<string>;
  lastSeq: number;
  registered: number;
  has(fault: PlantedFault): boolean;
}

export function createModelState(accounts: ReadonlyMap<string, Account>, fault: PlantedFault | null): ModelState {
  return {
    accounts,
    applications: new Map(),
    documents: new Map(),
    changes: [],
    erased: new Set(),
    lastSeq: 0,
    registered: 0,
    has: (name) => name === fault,
  };
}

/** The only way that an application moves: version up, a change in its owner's feed. */
export function recordChange(state: ModelState, application: Application): void {
  state.lastSeq += 1;
  const change: Change = {
    seq: state.lastSeq,
    ownerId: application.ownerId,
    item: {
      applicationId: application.id,
      kind: 'application',
      status: application.status,
      version: application.version,
      at: application.updatedAt,
    },
  };
  const publish = () => {
    state.changes.push(change);
    state.changes.sort((a, b) => a.seq - b.seq);
  };
  if (state.has('feed-gap')) setTimeout(publish, Math.random() * 8);
  else publish();
}

/** The content as text, whatever the order of its keys. */
export function fingerprintOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
