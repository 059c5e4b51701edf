import { useEffect, useState } from 'react';
import type { WalletMenu } from './menu.ts';
import { useMenu } from './menu-context.ts';

/** The wallet; undefined while its code is on its way, null when that can't be fetched. */
export function useWallet(): WalletMenu | null | undefined {
  const menu = useMenu();
  const [wallet, setWallet] = useState<WalletMenu | null | undefined>(undefined);
  useEffect(() => {
    let here = true;
    void menu.wallet().then((opened) => {
      if (here) setWallet(opened);
    });
    return () => {
      here = false;
    };
  }, [menu]);
  return wallet;
}
