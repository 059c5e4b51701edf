import type { OfficeStatus } from '#domain/application/status.ts';
import type { Assignee } from '#domain/desk/queue-line.ts';
import type { Office, Post } from '#domain/office/office.ts';

/** What somebody looks for. */
export type QueueSearch =
  | { readonly kind: 'numbers'; readonly numbers: readonly string[] }
  | { readonly kind: 'nik'; readonly mac: string }
  /** Beginnings of words of the name, all of them. */
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** Behind this line of the list; `key` is what the list is sorted by. */
export type QueuePosition =
  | { readonly sort: 'received'; readonly key: number; readonly id: string }
  | { readonly sort: 'due'; readonly key: string; readonly id: string };

export interface QueueQuery {
  /** Of these offices only: none, nothing. */
  readonly posts: readonly Post[];
  readonly statuses: readonly OfficeStatus[];
  readonly serviceId: string | null;
  /** Kepmendagri code; everything that lies in it. */
  readonly area: string | null;
  readonly search: QueueSearch | null;
  readonly assignee: { readonly accountId: string } | 'none' | null;
  /** Days in WIB, both included; null has no beginning. */
  readonly due: { readonly from: string | null; readonly until: string } | null;
  readonly sort: 'received' | 'due';
  readonly after: QueuePosition | null;
  readonly limit: number;
}

/** One line of the list; no answers. */
export interface QueueRow {
  readonly id: string;
  readonly registrationNumber: string;
  readonly serviceId: string;
  readonly status: OfficeStatus;
  readonly version: number;
  readonly receivedAtMs: number;
  readonly applicantName: string | null;
  readonly office: Office | null;
  readonly dueOn: string | null;
  readonly assignee: Assignee | null;
  readonly isSealed: boolean;
  readonly hasDuplicates: boolean;
  readonly submittedBy: { readonly accountId: string; readonly name: string } | null;
}

export interface QueueCounted {
  readonly byStatus: ReadonlyMap<OfficeStatus, number>;
  readonly late: number;
  readonly dueToday: number;
  readonly mine: number;
}

export interface Duplicate {
  readonly id: string;
  readonly registrationNumber: string;
  readonly because: 'nik' | 'paper';
}

/**
 * Complete applications of an official's offices, and of no others. Pages follow one another without a gap or a double
 * for all that does not move meanwhile. Rejects with StoreUnavailableError when the database is not there.
 */
export interface QueueStore {
  page(query: QueueQuery): Promise<readonly QueueRow[]>;
  /** @param today in WIB */
  counts(posts: readonly Post[], accountId: string, today: string): Promise<QueueCounted>;
  /**
   * Others that may be the same: of one NIK for one service, or with the same paper for one service or by another
   * account (one phone may well use a photo twice), received within half a year of it and not withdrawn.
   */
  duplicates(applicationId: string, posts: readonly Post[]): Promise<readonly Duplicate[]>;
}
