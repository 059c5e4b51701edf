import { useEffect, useState } from 'react';
import type { Resident } from '#domain/resident/resident.ts';
import type { LiveQuery, Loadable } from '#lib/live-query.ts';
import { useMenu } from './menu-context.ts';

const comingList = still({ state: 'loading' });
const noList = still({ state: 'ready', value: [] });

/** By name; none where their code can't be fetched. */
export function useResidentList(): LiveQuery<readonly Resident[]> {
  const menu = useMenu();
  const [list, setList] = useState(comingList);
  useEffect(() => {
    let here = true;
    void menu.residents().then((residents) => here && setList(residents?.list() ?? noList));
    return () => {
      here = false;
    };
  }, [menu]);
  return list;
}

function still(value: Loadable<readonly Resident[]>): LiveQuery<readonly Resident[]> {
  return { subscribe: () => () => undefined, getSnapshot: () => value };
}
