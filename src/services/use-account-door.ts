import { useEffect, useState } from 'react';
import type { AccountDoor } from './menu-account.ts';
import { useMenu } from './menu-context.ts';

/** The account door; undefined while its code is on its way, null when that can't be fetched. */
export function useAccountDoor(): AccountDoor | null | undefined {
  const menu = useMenu();
  const [door, setDoor] = useState<AccountDoor | null | undefined>(undefined);
  useEffect(() => {
    let here = true;
    void menu.account.door().then((opened) => {
      if (here) setDoor(opened);
    });
    return () => {
      here = false;
    };
  }, [menu]);
  return door;
}
