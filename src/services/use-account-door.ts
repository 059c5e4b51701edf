import type { Menu } from './menu.ts';
import type { AccountDoor } from './menu-account.ts';
import { useLater } from './use-later.ts';

const open = (menu: Menu) => menu.account.door();

/** The account door; undefined while its code is on its way, null when that can't be fetched. */
export function useAccountDoor(): AccountDoor | null | undefined {
  return useLater(open);
}
