import type { AccountMessages } from '#i18n/messages/id/account.ts';
import type { AccountTrouble, CodeAsked, CodeRefusal, NumberChanged, Unanswered } from '#services/menu-account.ts';

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
      return words.refused.busy(Math.max(1, Math.ceil(refusal.retryAfterMs / 60_000)));
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
