import type { Menu } from '#services/menu.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { useLater } from '#services/use-later.ts';

const open = (menu: Menu) => menu.desk();

/** Undefined while its code is on its way, null when that can't be fetched. */
export function useDesk(): DeskMenu | null | undefined {
  return useLater(open);
}
