import type { Request } from './answer.ts';
import { departed, type Lane } from './lane.ts';
import { leftBytes, nextRequests, type Room } from './next-request.ts';
import type { Pace } from './piece-size.ts';
import { dueAtMs, mayGo } from './stored-choice.ts';

/** A browser has six connections to one office; one stays free for what the person reads meanwhile. */
const maxRequests = 5;

interface Start {
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly pace: Pace;
  readonly onlyReleased: boolean;
  readonly nowMs: number;
}

interface Started {
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly requests: readonly Request[];
}

/**
 * Fewest failures first, so that an entry that fails stands behind those that might not; then applications before
 * files, then what is soonest whole, then the oldest. Each takes the room that those before it have left.
 */
export function startRequests({ lanes: before, pace, onlyReleased, nowMs }: Start): Started {
  const due = [...before.values()]
    .flatMap((lane) => {
      const { delivery } = lane.entry;
      const isDue =
        lane.activity === 'resting' &&
        lane.attemptsBefore === null &&
        delivery.state === 'waiting' &&
        mayGo(onlyReleased, lane.entry) &&
        dueAtMs(delivery.nextTryAtMs, nowMs) <= nowMs;
      return isDue ? [{ lane, attempts: delivery.attempts, leftBytes: leftBytes(lane.entry) }] : [];
    })
    .toSorted(
      (a, b) => a.attempts - b.attempts || a.leftBytes - b.leftBytes || a.lane.entry.sequence - b.lane.entry.sequence,
    );
  const lanes = new Map(before);
  const requests: Request[] = [];
  let room = roomLeft(before, pace);
  for (const { lane } of due) {
    const asked = new Set(lane.flights.keys());
    let next = lane;
    for (const request of nextRequests(lane.entry, lane.known, asked, pace.pieceBytes, room)) {
      next = departed(next, request, nowMs);
      requests.push(request);
      room = without(room, request);
    }
    lanes.set(lane.entry.applicationId, next);
  }
  return { lanes, requests };
}

function roomLeft(lanes: ReadonlyMap<string, Lane>, { inFlight }: Pace): Room {
  const all = [...lanes.values()];
  const flights = all.flatMap((lane) => [...lane.flights.values()]);
  const pieces = flights.filter(({ lengthBytes }) => lengthBytes > 0).length;
  const ready = all.reduce((sum, { known }) => sum + known.size, 0);
  return {
    requests: maxRequests - flights.length,
    pieces: inFlight - pieces,
    openings: Math.max(pieces === 0 ? 1 : 0, 2 * inFlight - ready - (flights.length - pieces)),
  };
}

function without({ requests, pieces, openings }: Room, { type }: Request): Room {
  return {
    requests: requests - 1,
    pieces: type === 'send-piece' ? pieces - 1 : pieces,
    openings: type === 'announce' || type === 'ask-offset' ? openings - 1 : openings,
  };
}
