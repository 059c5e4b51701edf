import { currentMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import { showToast } from '#ui/toast-store.ts';

/** Takes a folder out of sight, and offers to take that back. False when it stays. */
export async function removeResident(residents: ResidentsMenu, residentId: string): Promise<boolean> {
  const { folder: words } = currentMessages(residentsWords);
  const removed = await residents.remove(residentId);
  if (removed.kind === 'unsent' || removed.kind === 'failed') {
    showToast({ tone: 'alert', message: removed.kind === 'unsent' ? words.unsent : words.notRemoved });
    return false;
  }
  showToast({
    message: words.removed,
    action: { label: words.undo, onAction: () => void restore(residents, residentId) },
  });
  return true;
}

async function restore(residents: ResidentsMenu, residentId: string): Promise<void> {
  const restored = await residents.undoRemove(residentId);
  if (restored.kind === 'saved') return;
  showToast({ tone: 'alert', message: currentMessages(residentsWords).folder.notRestored });
}
