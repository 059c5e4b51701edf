/** What the stored row says about when and whether an entry may go: a time, and what the person decided. */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { longestWaitMs } from './longest-wait.ts';

/** Unless the person has put it aside, or keeps it for another connection, or it has to be sealed before. */
export function mayGo(onlyReleased: boolean, { pausedAtMs, anyConnection, sealFirst }: OutboxEntry): boolean {
  return pausedAtMs === undefined && sealFirst === undefined && (!onlyReleased || anyConnection === true);
}

export function asChosen(ours: OutboxEntry, { pausedAtMs, anyConnection }: OutboxEntry): OutboxEntry {
  const { pausedAtMs: _paused, anyConnection: _any, ...rest } = ours;
  return {
    ...rest,
    ...(pausedAtMs === undefined ? {} : { pausedAtMs }),
    ...(anyConnection === undefined ? {} : { anyConnection }),
  };
}

export function notLater(ours: OutboxEntry, stored: OutboxEntry): OutboxEntry {
  if (ours.delivery.state !== 'waiting' || stored.delivery.state !== 'waiting') return ours;
  const nextTryAtMs = Math.min(ours.delivery.nextTryAtMs, stored.delivery.nextTryAtMs);
  return { ...ours, delivery: { ...ours.delivery, nextTryAtMs } };
}

export function waitingUntil(entry: OutboxEntry, nowMs: number): number {
  return entry.delivery.state === 'waiting' ? dueAtMs(entry.delivery.nextTryAtMs, nowMs) : nowMs;
}

/** Nothing is ever put off for longer than this: a later time was written by a clock that has been set back since (F67). */
export function dueAtMs(nextTryAtMs: number, nowMs: number): number {
  return nextTryAtMs - nowMs > longestWaitMs ? nowMs : nextTryAtMs;
}
