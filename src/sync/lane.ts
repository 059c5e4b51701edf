import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Request } from './answer.ts';
import type { Verdict } from './verdict.ts';

interface Flight {
  readonly startedAtMs: number;
  /** Of the file; 0 for a request that carries none. */
  readonly lengthBytes: number;
  /** Of all files in this run, when it set off. */
  readonly arrivedBefore: number;
  /** It set off before the office had said that it knows the application: only an attempt. */
  readonly isAhead: boolean;
}

/** One application in a run: what is known of it, what is asked, and whether that is stored. */
export interface Lane {
  /** The newest; stored unless `saving` or `unsaved`. */
  readonly entry: OutboxEntry;
  readonly activity: 'resting' | 'saving' | 'unsaved' | 'ended';
  /** More was heard while it was being stored: stored next, as strictly as this. */
  readonly changed: 'strict' | 'relaxed' | null;
  /** Offsets heard in this run, by document. */
  readonly known: ReadonlyMap<string, number>;
  /** By document, or by application: never two for one. */
  readonly flights: ReadonlyMap<string, Flight>;
  /**
   * Failures before the first of those that came back together. What is in flight when a connection dies fails as one:
   * it counts once, and nothing new is asked before all of it is back.
   */
  readonly attemptsBefore: number | null;
}

export function newLane(entry: OutboxEntry, flights: Lane['flights'] = new Map()): Lane {
  return { entry, activity: 'resting', changed: null, known: new Map(), flights, attemptsBefore: null };
}

export function departed(lane: Lane, request: Request, nowMs: number, arrivedBefore: number): Lane {
  const lengthBytes = request.type === 'send-piece' ? request.lengthBytes : 0;
  const subject = request.type === 'submit' ? request.applicationId : request.documentId;
  const { delivery } = lane.entry;
  const isAhead = request.type !== 'submit' && delivery.state === 'waiting' && delivery.receipt === null;
  const flight: Flight = { startedAtMs: nowMs, lengthBytes, arrivedBefore, isAhead };
  return { ...lane, flights: new Map(lane.flights).set(subject, flight) };
}

/** An answer has come back, whatever it says. */
export function arrived(lane: Lane, subject: string): Lane {
  const flights = new Map(lane.flights);
  flights.delete(subject);
  return { ...lane, flights, attemptsBefore: flights.size === 0 ? null : lane.attemptsBefore };
}

/** The lane after a verdict on one of its requests, `before` being the lane while that was in flight. */
export function judged(before: Lane, subject: string, verdict: Verdict): Lane {
  const lane = arrived(before, subject);
  const known = new Map(lane.known);
  known.delete(subject);
  if (verdict.known !== null) known.set(verdict.known.documentId, verdict.known.offsetBytes);
  const { delivery } = before.entry;
  const failed =
    delivery.state === 'waiting' &&
    verdict.delivery.state === 'waiting' &&
    verdict.delivery.attempts > delivery.attempts;
  return {
    ...lane,
    entry: { ...before.entry, documents: verdict.documents, delivery: asLate(before, subject, verdict) },
    known,
    attemptsBefore:
      failed && before.attemptsBefore === null && lane.flights.size > 0 ? delivery.attempts : lane.attemptsBefore,
  };
}

/**
 * A good answer for one file does not shorten the pause that another one's brought; and one that set off ahead says
 * nothing of the application, which the office may have put off meanwhile.
 */
function asLate({ entry, flights, attemptsBefore }: Lane, subject: string, { delivery }: Verdict): Verdict['delivery'] {
  if (flights.get(subject)?.isAhead === true && entry.delivery.state === 'waiting' && entry.delivery.receipt === null)
    return entry.delivery;
  if (attemptsBefore === null || entry.delivery.state !== 'waiting' || delivery.state !== 'waiting') return delivery;
  // One that is announced has brought no byte: what failed beside it still counts.
  const isAnnounced = entry.documents.some(({ id, progress }) => id === subject && progress.state === 'pending');
  return {
    ...delivery,
    attempts: Math.max(delivery.attempts, isAnnounced ? entry.delivery.attempts : 0),
    nextTryAtMs: Math.max(delivery.nextTryAtMs, entry.delivery.nextTryAtMs),
  };
}

/** To be stored: now, or after what is being stored. */
export function saving(lane: Lane, durability: 'strict' | 'relaxed'): Lane {
  if (lane.activity !== 'saving') return { ...lane, activity: 'saving' };
  return { ...lane, changed: lane.changed === 'strict' ? 'strict' : durability };
}

/** Whether any of them may not go before it is sealed. */
export function needsSeal(lanes: Iterable<Lane>): boolean {
  return [...lanes].some(
    ({ entry: { delivery } }) => delivery.state === 'waiting' && delivery.lastProblem?.kind === 'seal-needed',
  );
}
