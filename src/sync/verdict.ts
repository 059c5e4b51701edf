/** What one answer makes of an entry, and the few ways in which that can be. */
import type {
  Delivery,
  DeliveryProblem,
  OutboxDocument,
  OutboxEntry,
  UploadProgress,
} from '#domain/application/outbox-entry.ts';
import { backoffMs, type BackoffPolicy } from '#lib/backoff.ts';
import type { KnownOffset } from './next-request.ts';

export const retryPolicy: BackoffPolicy = { baseMs: 1_000, capMs: 15 * 60_000 };
/** What concerns every entry, not only the one that was answered. */
export type Closing =
  | { readonly kind: 'silence'; readonly problem: DeliveryProblem }
  | { readonly kind: 'busy'; readonly untilMs: number }
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'update-needed' };

export interface Verdict {
  readonly documents: readonly OutboxDocument[];
  readonly delivery: Delivery;
  /** strict for what a person is told, relaxed for what the office can tell again, none when nothing changed. */
  readonly durability: 'strict' | 'relaxed' | 'none';
  readonly known: KnownOffset | null;
  readonly closing: Closing | null;
}

export interface Moment {
  readonly nowMs: number;
  /** In [0, 1). */
  readonly chance: number;
}

export type Waiting = Extract<Delivery, { state: 'waiting' }>;

export interface Context {
  readonly entry: OutboxEntry;
  readonly delivery: Waiting;
  readonly moment: Moment;
}

/** Only bytes that the office has more of than before count as progress; other good answers keep the count of failures. */
export function heard(
  { entry, delivery, moment }: Context,
  documentId: string,
  progress: UploadProgress,
  offsetBytes: number | null,
): Verdict {
  const before = entry.documents.find(({ id }) => id === documentId)?.progress;
  const advanced =
    before?.state === 'uploading' && (progress.state === 'verified' || offsetOf(progress) > before.offsetBytes);
  return {
    documents: entry.documents.map((document) => (document.id === documentId ? { ...document, progress } : document)),
    delivery: { ...delivery, attempts: advanced ? 0 : delivery.attempts, lastProblem: null, nextTryAtMs: moment.nowMs },
    durability: 'relaxed',
    known: offsetBytes === null ? null : { documentId, offsetBytes },
    closing: null,
  };
}

function offsetOf(progress: UploadProgress): number {
  return progress.state === 'uploading' ? progress.offsetBytes : 0;
}

/** One failure more, and a pause. */
export function steppedBack(entry: OutboxEntry, delivery: Waiting, moment: Moment): Verdict {
  return postponed({ entry, delivery, moment }, entry.documents, delivery.lastProblem, 'back-off');
}

export function postponed(
  { delivery, moment }: Context,
  documents: readonly OutboxDocument[],
  lastProblem: DeliveryProblem | null,
  when: 'at-once' | 'back-off',
): Verdict {
  const attempts = delivery.attempts + 1;
  const nextTryAtMs = when === 'at-once' ? moment.nowMs : later(attempts, moment);
  return {
    documents,
    delivery: { ...delivery, attempts, nextTryAtMs, lastProblem },
    durability: 'relaxed',
    known: null,
    closing: null,
  };
}

export function needsPerson({ entry, delivery, moment }: Context, problem: DeliveryProblem): Verdict {
  return {
    documents: entry.documents,
    delivery: { state: 'needs-person', problem, sinceMs: moment.nowMs, receipt: delivery.receipt },
    durability: 'strict',
    known: null,
    closing: null,
  };
}

export function unchanged({ entry, delivery }: Context): Verdict {
  return { documents: entry.documents, delivery, durability: 'none', known: null, closing: null };
}

export function begunAgain(document: OutboxDocument): OutboxDocument {
  return { ...document, progress: { state: 'pending' }, restarts: document.restarts + 1 };
}

export function replaced(documents: readonly OutboxDocument[], changed: OutboxDocument): readonly OutboxDocument[] {
  return documents.map((document) => (document.id === changed.id ? changed : document));
}

export function later(attempts: number, moment: Moment): number {
  return moment.nowMs + backoffMs(retryPolicy, attempts, moment.chance);
}
