import { currentMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import type { OutboxMenu } from '#services/menu.ts';
import { saveFile } from '#ui/save-file.ts';
import { showToast } from '#ui/toast-store.ts';

/** "Simpan salinan": one application with everything in it, as a download. */
export async function saveCopy(outbox: OutboxMenu, applicationId: string): Promise<void> {
  const { actions } = currentMessages(outboxWords);
  const copy = await outbox.exportEntry(applicationId);
  if (copy === null) {
    showToast({ message: actions.copyFailed, tone: 'alert' });
    return;
  }
  saveFile(copy, `ajukan-${applicationId.slice(0, 8)}.json`);
  showToast({ message: actions.copySaved });
}
