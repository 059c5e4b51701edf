import { useEffect, useState } from 'react';
import type { Menu } from './menu.ts';
import { useMenu } from './menu-context.ts';

/**
 * A part of the menu whose code comes when it is asked for; undefined while it is on its way, null when that can't be
 * fetched.
 * @param open keeps its identity between renders
 */
export function useLater<T extends object>(open: (menu: Menu) => Promise<T | null>): T | null | undefined {
  const menu = useMenu();
  const [part, setPart] = useState<T | null | undefined>(undefined);
  useEffect(() => {
    let here = true;
    void open(menu).then((opened) => {
      if (here) setPart(opened);
    });
    return () => {
      here = false;
    };
  }, [menu, open]);
  return part;
}
