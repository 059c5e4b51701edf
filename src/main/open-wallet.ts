import { sha256Hex } from '#media/sha256.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { createWalletMenu, type WalletMenuPorts } from '#services/wallet-menu.ts';
import { createWalletStore } from '#storage/wallet-store.ts';
import type { Vault } from '#storage/vault.ts';

/** The wallet, put together when somebody first asks for it: few starts do. */
export function openWallet(
  vault: Vault,
  drafts: WalletMenuPorts['drafts'],
  parts: Pick<WalletMenuPorts, 'device' | 'preparePaper' | 'photoQuality' | 'onKept'>,
): WalletMenu {
  return createWalletMenu({
    ...parts,
    drafts,
    wallet: createWalletStore(vault.inside.connection, sha256Hex, vault.inside.tripwire),
    sleep: (delayMs) => browserClock.sleep(delayMs, new AbortController().signal),
  });
}
