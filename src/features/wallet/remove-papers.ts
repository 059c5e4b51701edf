import { currentMessages } from '#i18n/messages.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import type { WalletMenu } from '#services/menu.ts';
import { showToast } from '#ui/toast-store.ts';

/** Takes papers out of sight, and offers to take that back for as long as the message stands. */
export async function removePapers(wallet: WalletMenu, paperIds: readonly string[], message: string): Promise<boolean> {
  const words = currentMessages(walletScreenWords);
  const result = await wallet.remove(paperIds);
  if (result.kind === 'failed') {
    showToast({ tone: 'alert', message: words.notRemoved });
    return false;
  }
  showToast({ message, action: { label: words.undo, onAction: () => void restore(wallet, paperIds) } });
  return true;
}

async function restore(wallet: WalletMenu, paperIds: readonly string[]): Promise<void> {
  const result = await wallet.undoRemove(paperIds);
  if (result.kind === 'saved') return;
  showToast({ tone: 'alert', message: currentMessages(walletScreenWords).notRestored });
}
