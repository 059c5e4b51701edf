import { currentMessages } from '#i18n/messages.ts';
import { draftListWords } from '#i18n/sets/draft-list.ts';
import type { DraftsMenu } from '#services/menu.ts';
import { showToast } from '#ui/toast-store.ts';

/** "Urungkan": the draft is back with its papers, or the person hears that it is gone. */
export async function restoreDraft(drafts: DraftsMenu, draftId: string): Promise<void> {
  const result = await drafts.undoDiscard(draftId);
  if (result.kind !== 'saved') showToast({ tone: 'alert', message: currentMessages(draftListWords).notRestored });
}
