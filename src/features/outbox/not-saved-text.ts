import { currentMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { SaveResult } from '#services/menu.ts';

/** Why the phone could not note what the person decided. Only what is gone is called gone. */
export function notSavedText(result: Exclude<SaveResult, { readonly kind: 'saved' }>): string {
  return result.kind === 'gone'
    ? currentMessages(outboxWords).actions.gone
    : currentMessages(troubleWords)[result.reason];
}
