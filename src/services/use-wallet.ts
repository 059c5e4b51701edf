import type { Menu } from './menu.ts';
import type { WalletMenu } from './menu-wallet.ts';
import { useLater } from './use-later.ts';

const open = (menu: Menu) => menu.wallet();

/** The wallet; undefined while its code is on its way, null when that can't be fetched. */
export function useWallet(): WalletMenu | null | undefined {
  return useLater(open);
}
