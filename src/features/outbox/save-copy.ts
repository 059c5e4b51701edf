import { currentMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import type { OutboxMenu } from '#services/menu.ts';
import { saveCopy as save } from '#ui/save-copy.ts';

/** "Simpan salinan": one application with everything in it, as a download. */
export function saveCopy(outbox: OutboxMenu, applicationId: string): Promise<void> {
  const { copySaved, copyFailed } = currentMessages(outboxWords).actions;
  return save(outbox, applicationId, { saved: copySaved, notSaved: copyFailed });
}
