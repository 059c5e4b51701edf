import { useEffect, useState } from 'react';
import type { CourierMenu } from './courier-menu.ts';
import { useMenu } from './menu-context.ts';

/** Undefined while its code is on its way, null when that can't be fetched. */
export function useCourier(): CourierMenu | null | undefined {
  const menu = useMenu();
  const [courier, setCourier] = useState<CourierMenu | null | undefined>(undefined);
  useEffect(() => {
    let here = true;
    void menu.courier().then((opened) => {
      if (here) setCourier(opened);
    });
    return () => {
      here = false;
    };
  }, [menu]);
  return courier;
}
