import { sha256Hex } from '#media/sha256.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { behindLock, type LockSwitch } from '#services/lock/lock-switch.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { createWalletMenu, type WalletMenuPorts } from '#services/wallet-menu.ts';
import { createWalletStore } from '#storage/wallet-store.ts';
import type { Vault } from '#storage/vault.ts';

/** The wallet, put together when somebody first asks for it: few starts do. */
export function openWallet(
  vault: Vault,
  drafts: WalletMenuPorts['drafts'],
  lock: LockSwitch,
  parts: Pick<WalletMenuPorts, 'device' | 'preparePaper' | 'photoQuality' | 'onKept'>,
): WalletMenu {
  const plain = createWalletStore(vault.inside.connection, sha256Hex, vault.inside.tripwire);
  return createWalletMenu({
    ...parts,
    drafts,
    wallet: behindLock(lock, plain, (locked) => locked.wallet(plain)),
    sleep: (delayMs) => browserClock.sleep(delayMs, new AbortController().signal),
  });
}
