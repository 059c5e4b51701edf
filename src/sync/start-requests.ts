import type { Request } from './answer.ts';
import { departed, type Lane } from './lane.ts';
import { announceAhead, leftBytes, nextRequests, type Room } from './next-request.ts';
import { mostInFlight, pieceBytes, type Pace } from './piece-size.ts';
import { dueAtMs, mayGo } from './stored-choice.ts';

/** Beside the pieces. With three of those it makes the six connections that a browser has to one office. */
const maxSmall = 3;
/** Applications are told first, yet files are made ready meanwhile: the line is empty until the first of them goes. */
const maxSubmits = 2;
/** Files that are made ready ahead of the pieces that are on their way. */
const readyAhead = 4;

interface Start {
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly pace: Pace;
  readonly onlyReleased: boolean;
  /** Whether files may be announced while their application is on its way. */
  readonly announcesAhead: boolean;
  readonly nowMs: number;
}

interface Started {
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly requests: readonly Request[];
}

/**
 * Fewest failures first, so that an entry that fails stands behind those that might not; then applications that the
 * office does not know yet, then what is soonest whole, then the oldest. Each takes the room that those before it have
 * left. While no file is ready each round trip is lost: what room is left then takes announcements ahead.
 */
export function startRequests({ lanes: before, pace, onlyReleased, announcesAhead, nowMs }: Start): Started {
  const due = [...before.values()]
    .flatMap((lane) => {
      const { delivery } = lane.entry;
      const isDue =
        lane.activity === 'resting' &&
        lane.attemptsBefore === null &&
        delivery.state === 'waiting' &&
        mayGo(onlyReleased, lane.entry) &&
        dueAtMs(delivery.nextTryAtMs, nowMs) <= nowMs;
      if (!isDue) return [];
      const { attempts, receipt } = delivery;
      return [{ lane, attempts, isKnown: receipt === null ? 0 : 1, leftBytes: leftBytes(lane.entry) }];
    })
    .toSorted(
      (a, b) =>
        a.attempts - b.attempts ||
        a.isKnown - b.isKnown ||
        a.leftBytes - b.leftBytes ||
        a.lane.entry.sequence - b.lane.entry.sequence,
    );
  const lanes = new Map(before);
  const requests: Request[] = [];
  let room = roomLeft([...before.values()], pace, nowMs);
  const begin = (lane: Lane, begun: readonly Request[]): void => {
    let next = lane;
    for (const request of begun) {
      next = departed(next, request, nowMs, pace.arrivedBytes);
      requests.push(request);
      room = without(room, request);
    }
    lanes.set(lane.entry.applicationId, next);
  };
  for (const { lane } of due) begin(lane, nextRequests(lane.entry, lane.known, new Set(lane.flights.keys()), room));
  const isNoneReady = [...before.values()].every(({ known }) => known.size === 0);
  if (!announcesAhead || !isNoneReady) return { lanes, requests };
  for (const { lane: found } of due) {
    const lane = lanes.get(found.entry.applicationId) ?? found;
    begin(lane, announceAhead(lane.entry, new Set(lane.flights.keys()), room.openings));
  }
  return { lanes, requests };
}

function roomLeft(lanes: readonly Lane[], pace: Pace, nowMs: number): Room {
  const flights = lanes.flatMap((lane) => [...lane.flights.values()]);
  const pieces = flights.filter(({ lengthBytes }) => lengthBytes > 0);
  const small = flights.length - pieces.length;
  const ready = lanes.reduce((sum, { known }) => sum + known.size, 0);
  const most = mostInFlight(pace);
  // What sets off together comes back together, and leaves the line empty: so these are of unequal length. The first
  // ones of a run are so little that they keep their length.
  const justBegun = pieces.filter(({ startedAtMs }) => nowMs - startedAtMs < (pace.roundTripMs ?? 0) / 8).length;
  const inStep = pace.bytesPerMs === null ? 0 : justBegun;
  const whole = pieceBytes(pace, { ready, soon: small });
  // A file that is ready keeps its place while its lane is being stored.
  const kept = Math.max(pieces.length, Math.min(most, ready));
  const smallLeft = most + maxSmall - small - kept;
  const submits = lanes.filter(({ entry, flights: asked }) => asked.has(entry.applicationId)).length;
  const piecesLeft = Math.max(0, Math.min(most - pieces.length, most + maxSmall - flights.length));
  return {
    submits: Math.min(smallLeft, maxSubmits - submits),
    openings: Math.min(smallLeft, Math.max(pieces.length === 0 ? 1 : 0, most + readyAhead - ready - small)),
    pieces: Array.from({ length: piecesLeft }, (_, begun) =>
      Math.ceil((whole * Math.max(1, most - inStep - begun)) / most),
    ),
  };
}

function without({ submits, openings, pieces }: Room, { type }: Request): Room {
  if (type === 'send-piece') return { submits, openings, pieces: pieces.slice(1) };
  return { submits: submits - 1, openings: openings - 1, pieces };
}
