import { currentMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import type { OutboxMenu } from '#services/menu.ts';
import { showToast } from '#ui/toast-store.ts';
import { notSavedText } from './not-saved-text.ts';

/** "Coba lagi", and what came of it. */
export async function tryAgain(outbox: OutboxMenu, applicationId: string): Promise<void> {
  const { actions } = currentMessages(outboxWords);
  const result = await outbox.tryAgain(applicationId);
  if (result.kind === 'saved') showToast({ message: actions.queued });
  else showToast({ message: notSavedText(result), tone: 'alert' });
}
