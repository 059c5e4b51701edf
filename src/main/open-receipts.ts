import { verifyAsync } from '@noble/ed25519';
import { fetchReceiptKeys } from '#api/receipt-keys.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createReceiptsMenu, type ReceiptsMenu, type ReceiptsPorts } from '#services/receipts-menu.ts';
import { createReceiptKeyStore } from '#storage/receipt-key-store.ts';
import type { Vault } from '#storage/vault.ts';

/** Signed receipts, put together when somebody first asks for them. */
export function openReceipts(vault: Vault, http: Parameters<typeof fetchReceiptKeys>[0]): ReceiptsMenu {
  const ports: ReceiptsPorts = {
    store: createReceiptKeyStore(vault.inside.connection),
    fetchKeys: () => fetchReceiptKeys(http, browserClock.nowMs),
    // Strict RFC 8032: what one phone takes, every phone takes.
    verify: (signature, message, publicKey) =>
      verifyAsync(signature, message, publicKey, { zip215: false }).catch(() => false),
  };
  return createReceiptsMenu(ports);
}
