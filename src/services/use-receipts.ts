import type { Menu } from './menu.ts';
import type { ReceiptsMenu } from './receipts-menu.ts';
import { useLater } from './use-later.ts';

const open = (menu: Menu) => menu.receipts();

/** Undefined while its code is on its way, null when that can't be fetched. */
export function useReceipts(): ReceiptsMenu | null | undefined {
  return useLater(open);
}
