import { isStopped } from '#domain/application/is-stopped.ts';
import type { DeliveryProblem } from '#domain/application/outbox-entry.ts';
import type { Formats } from '#i18n/format.ts';
import type { DeliveryProblemMessages } from '#i18n/messages/id/delivery-problem.ts';
import type { OutboxMessages } from '#i18n/messages/id/outbox.ts';
import type { EngineStatus, OutboxItem } from '#services/menu.ts';
import { problemKey } from './problem-key.ts';

export interface EntryState {
  /** For tests and styles; says no more than the words do. */
  readonly state: 'queued' | 'paused' | 'sending' | 'done' | 'failed';
  /** The sentence that stands for the whole: one of the two exact ones, or "Perlu perhatian". */
  readonly headline: string;
  /** The registration number inside the headline. */
  readonly number: string | null;
  /** What is going on with it now; null once the office has it. */
  readonly detail: string | null;
  /** What is still to go over the wire: "sisa 1,2 MB"; null when nothing is. */
  readonly left: string | null;
}

/** Whether the person's own choice keeps everything back that they did not release by hand. */
export type Hold = 'none' | 'mobile' | 'unknown';

interface Words {
  readonly outbox: OutboxMessages;
  readonly problems: DeliveryProblemMessages;
}

/** Whether the engine is sending it at this moment; volatile, so it only ever adds words to "Tersimpan di HP ini". */
function isBeingSent(item: OutboxItem, engine: EngineStatus): boolean {
  return engine.kind === 'sending' && engine.applicationIds.includes(item.entry.applicationId);
}

export function isHeld({ anyConnection }: OutboxItem['entry'], hold: Hold): boolean {
  return hold !== 'none' && anyConnection !== true;
}

export function entryState(
  item: OutboxItem,
  engine: EngineStatus,
  words: Words,
  formats: Formats,
  nowMs: number,
  hold: Hold = 'none',
): EntryState {
  const { delivery, pausedAtMs } = item.entry;
  const left = item.leftBytes === 0 ? null : words.outbox.left(formats.bytes(item.leftBytes));
  switch (delivery.state) {
    case 'delivered': {
      const number = delivery.receipt.registrationNumber;
      const { about } = item.entry;
      const say = about === undefined ? words.outbox.received : words.outbox.changeReceived[about.kind];
      return { state: 'done', headline: say(number), number, detail: null, left: null };
    }
    case 'needs-person':
      return {
        state: 'failed',
        headline: words.outbox.attention,
        number: null,
        detail: words.problems[problemKey(delivery.problem)].short,
        left,
      };
    case 'waiting':
      return {
        state: isBeingSent(item, engine) ? 'sending' : pausedAtMs === undefined ? 'queued' : 'paused',
        headline: words.outbox.stored,
        number: null,
        detail: waitingDetail(item, delivery, engine, words, formats, nowMs, hold),
        left,
      };
  }
}

function waitingDetail(
  item: OutboxItem,
  delivery: { readonly nextTryAtMs: number; readonly lastProblem: DeliveryProblem | null },
  engine: EngineStatus,
  { outbox, problems }: Words,
  formats: Formats,
  nowMs: number,
  hold: Hold,
): string {
  if (isBeingSent(item, engine)) {
    return item.totalBytes === 0
      ? outbox.sending
      : outbox.sendingPart(formats.percent(item.sentBytes / item.totalBytes));
  }
  if (isStopped(item.entry)) return outbox.waiting.stopped;
  if (item.entry.pausedAtMs !== undefined) return outbox.waiting.paused;
  if (engine.kind === 'sign-in-needed') return outbox.waiting.signIn;
  if (isHeld(item.entry, hold)) return outbox.waiting.wifi;
  if (engine.kind === 'elsewhere') return outbox.waiting.elsewhere;
  const problem = delivery.lastProblem ?? (engine.kind === 'idle' ? engine.lastProblem : null);
  const reason = problem === null ? outbox.waiting.signal : problems[problem.kind].short;
  const nextTryAtMs = engine.kind === 'idle' ? (engine.nextTryAtMs ?? delivery.nextTryAtMs) : delivery.nextTryAtMs;
  // A moment away is not worth a time of day, and a time that has passed is none.
  return nextTryAtMs > nowMs + 5_000 ? `${reason} · ${outbox.again(formats.soon(nextTryAtMs, nowMs))}` : reason;
}
