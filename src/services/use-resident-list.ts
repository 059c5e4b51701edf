import { useMemo } from 'react';
import type { Resident } from '#domain/resident/resident.ts';
import type { Loadable } from '#lib/live-query.ts';
import { stillLive } from '#lib/still-live.ts';
import type { Menu } from './menu.ts';
import { useLive } from './menu-context.ts';
import { useLater } from './use-later.ts';

const open = (menu: Menu) => menu.residents();
const coming = stillLive<readonly Resident[]>({ state: 'loading' });
const none = stillLive<readonly Resident[]>({ state: 'ready', value: [] });

/** By name; none where their code can't be fetched. */
export function useResidentList(): Loadable<readonly Resident[]> {
  const residents = useLater(open);
  return useLive(useMemo(() => (residents === undefined ? coming : (residents?.list() ?? none)), [residents]));
}
