import { useEffect, useState } from 'react';
import { useMenu } from './menu-context.ts';
import type { ReceiptsMenu } from './receipts-menu.ts';

/** Undefined while its code is on its way, null when that can't be fetched. */
export function useReceipts(): ReceiptsMenu | null | undefined {
  const menu = useMenu();
  const [receipts, setReceipts] = useState<ReceiptsMenu | null | undefined>(undefined);
  useEffect(() => {
    let here = true;
    void menu.receipts().then((opened) => {
      if (here) setReceipts(opened);
    });
    return () => {
      here = false;
    };
  }, [menu]);
  return receipts;
}
