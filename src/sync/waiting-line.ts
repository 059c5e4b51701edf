/** What waits, read a page at a time: a run over ten thousand has no more in its hands than one over a hundred (F23). */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { nothingBeyond, withOneMore, type Beyond } from './beyond.ts';
import type { EngineState } from './decide.ts';
import type { Clock, OutboxStore } from './ports.ts';
import { dueAtMs, mayGo } from './stored-choice.ts';

/** Sequence numbers are counts. */
export const beforeFirst = -1;
const pageSize = 100;
/** Another page is wanted when no more than so many of those at hand may go. */
const fewLeft = 20;

export interface WaitingLinePorts {
  readonly store: Pick<OutboxStore, 'readWaiting'>;
  readonly clock: Clock;
  /** Whether the person keeps the connection of this moment for what they release by hand. */
  readonly onlyReleased?: () => Promise<boolean>;
}

export interface SeenPage {
  readonly entries: readonly OutboxEntry[];
  readonly onlyReleased: boolean;
  readonly nowMs: number;
}

export interface WaitingLine {
  /** From the first again; what was reached before is read again at least. */
  restart(): void;
  /** Nothing is left to read that `state` could use now. */
  isEnough(state: EngineState): boolean;
  /**
   * The next page, without those that may not go now and that the run does not know. Rejects when the store gives no
   * answer.
   */
  readOn(isKnown: (applicationId: string) => boolean): Promise<SeenPage>;
  beyond(): Beyond;
}

export function waitingLine(ports: WaitingLinePorts, accountId: string): WaitingLine {
  let nextAfter: number | null = beforeFirst;
  let reached = beforeFirst;
  let passedBy: Beyond = nothingBeyond;

  return {
    restart() {
      nextAfter = beforeFirst;
      passedBy = nothingBeyond;
    },

    isEnough(state) {
      if (nextAfter === null) return true;
      if (nextAfter < reached) return false;
      const mayBeSent = state.gate.kind === 'open' || state.gate.kind === 'unproven';
      return !mayBeSent || countReady(state) > fewLeft;
    },

    async readOn(isKnown) {
      const onlyReleased = (await ports.onlyReleased?.()) ?? false;
      const page = await ports.store.readWaiting(accountId, nextAfter ?? reached, pageSize);
      const nowMs = ports.clock.nowMs();
      const entries: OutboxEntry[] = [];
      for (const entry of page.entries) {
        reached = Math.max(reached, entry.sequence);
        if (isKnown(entry.applicationId) || isReady(entry, onlyReleased, nowMs)) entries.push(entry);
        else if (mayGo(onlyReleased, entry)) passedBy = withOneMore(passedBy, dueOf(entry, nowMs));
      }
      nextAfter = page.nextAfter;
      return { entries, onlyReleased, nowMs };
    },

    // Of what was not read nothing is known, so it is looked at again at once.
    beyond: () => (nextAfter === null ? passedBy : withOneMore(passedBy, 0)),
  };
}

/** What waits for the office or the network, and not for the person; at least so many. */
export function waitingCount({ lanes, onlyReleased, beyond }: EngineState): number {
  const inLanes = [...lanes.values()].filter(
    ({ entry }) => entry.delivery.state === 'waiting' && mayGo(onlyReleased, entry),
  ).length;
  return inLanes + beyond.waiting;
}

function countReady({ lanes, onlyReleased, nowMs }: EngineState): number {
  let count = 0;
  for (const { entry, activity } of lanes.values()) {
    if (activity !== 'ended' && activity !== 'unsaved' && isReady(entry, onlyReleased, nowMs)) count += 1;
  }
  return count;
}

function isReady(entry: OutboxEntry, onlyReleased: boolean, nowMs: number): boolean {
  return entry.delivery.state === 'waiting' && mayGo(onlyReleased, entry) && dueOf(entry, nowMs) <= nowMs;
}

function dueOf({ delivery }: OutboxEntry, nowMs: number): number {
  return delivery.state === 'waiting' ? dueAtMs(delivery.nextTryAtMs, nowMs) : nowMs;
}
