import { useEffect, useMemo, useState } from 'react';
import { isFieldOfficer } from './for-whom.ts';
import type { ResidentsMenu } from './menu-residents.ts';
import { useLive, useMenu } from './menu-context.ts';

/** The officer's folders; undefined while their code is on its way, null when that can't be fetched. */
export function useResidents(): ResidentsMenu | null | undefined {
  const menu = useMenu();
  const [residents, setResidents] = useState<ResidentsMenu | null | undefined>(undefined);
  useEffect(() => {
    let here = true;
    void menu.residents().then((opened) => {
      if (here) setResidents(opened);
    });
    return () => {
      here = false;
    };
  }, [menu]);
  return residents;
}

/** Null until the store has answered. */
export function useFieldOfficer(): { readonly name: string } | false | null {
  const { account } = useMenu();
  const current = useLive(useMemo(() => account.current(), [account]));
  if (current.state !== 'ready') return null;
  return isFieldOfficer(current.value) && current.value !== null ? current.value : false;
}
