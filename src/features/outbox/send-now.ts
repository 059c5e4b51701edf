import { assertNever } from '#lib/assert-never.ts';
import type { DeliveryProblemMessages } from '#i18n/messages/id/delivery-problem.ts';
import type { OutboxMessages } from '#i18n/messages/id/outbox.ts';
import type { EngineStatus, OutboxMenu } from '#services/menu.ts';

/** After so long without a word the engine is not there: its code could not be fetched. */
const silenceMs = 15_000;

/** "Kirim sekarang", for one or for all; resolves with what the engine says once it has stopped trying, null when it said nothing. */
export function sendNow(outbox: OutboxMenu, applicationId?: string): Promise<EngineStatus | null> {
  return new Promise((resolve) => {
    const status = outbox.status();
    const end = (last: EngineStatus | null): void => {
      unsubscribe();
      resolve(last);
    };
    const timer = setTimeout(() => end(null), silenceMs);
    const unsubscribe = status.subscribe(() => {
      clearTimeout(timer);
      const now = status.getSnapshot();
      if (now.kind !== 'sending') end(now);
    });
    if (applicationId === undefined) outbox.sendNow();
    else void outbox.sendOneNow(applicationId);
  });
}

/** What a person who asked should hear; null when the screen itself shows how it ended. */
export function sendNowAnswer(
  last: EngineStatus | null,
  words: OutboxMessages,
  problems: DeliveryProblemMessages,
): string | null {
  if (last === null) return words.unsent.notYet;
  switch (last.kind) {
    case 'sending':
    case 'sign-in-needed':
      return null;
    case 'elsewhere':
      return words.waiting.elsewhere;
    case 'idle':
      if (last.lastProblem === null) return last.nextTryAtMs === null ? null : words.unsent.notYet;
      return last.lastProblem.kind === 'no-connection'
        ? words.unsent.noInternet
        : words.unsent.notYetBecause(problems[last.lastProblem.kind].short);
    default:
      return assertNever(last);
  }
}
