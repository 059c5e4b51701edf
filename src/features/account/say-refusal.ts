import { formatsOf } from '#i18n/format.ts';
import { currentLanguage } from '#i18n/language.ts';
import type { AccountMessages } from '#i18n/messages/id/account.ts';
import type { AccountTrouble, CodeAsked, CodeRefusal, NumberChanged, Unanswered } from '#services/menu-account.ts';

const minuteMs = 60_000;
/** Up to here minutes are counted; what is longer has a time of day. */
const longestInMinutesMs = 60 * minuteMs;

type Refusal =
  | AccountTrouble
  | CodeRefusal
  | Unanswered
  | Exclude<CodeAsked, { readonly kind: 'sent' }>
  | Exclude<NumberChanged, { readonly kind: 'changed' | 'proof-needed' }>;

/** What went wrong, what became of the person's things, and what to do now. */
export function sayRefusal(words: AccountMessages, refusal: Refusal): string {
  switch (refusal.kind) {
    case 'busy':
    case 'too-often':
      return words.refused[refusal.kind](waitWords(words, refusal.retryAfterMs));
    case 'in-use':
    case 'not-stored':
      return words.trouble[refusal.kind];
    case 'sign-in-needed':
      return words.ended.text;
    case 'wrong':
    case 'spent':
    case 'expired':
    case 'not-sent':
    case 'not-a-number':
    case 'number-in-use':
    case 'no-connection':
      return words.refused[refusal.kind];
  }
}

function waitWords(words: AccountMessages, waitMs: number): string {
  if (waitMs <= longestInMinutesMs) return words.inMinutes(Math.max(1, Math.ceil(waitMs / minuteMs)));
  const nowMs = Date.now();
  return formatsOf(currentLanguage.getSnapshot()).soon(nowMs + waitMs, nowMs);
}
