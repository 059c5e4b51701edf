import { useMemo } from 'react';
import { type HandOver, handOver } from '#domain/day/hand-over.ts';
import type { Loadable } from '#lib/live-query.ts';
import { useLive, useMenu } from './menu-context.ts';
import { useResidentList } from './use-resident-list.ts';

const most = 10_000;

/** What would stay on this phone if its officer signed out now. */
export function useHandOver(): Loadable<HandOver> {
  const menu = useMenu();
  const drafts = useLive(useMemo(() => menu.drafts.list(), [menu]));
  const unsent = useLive(useMemo(() => menu.outbox.list(most, 'unsent'), [menu]));
  const residents = useResidentList();
  return useMemo(() => {
    if (drafts.state !== 'ready') return drafts;
    if (unsent.state !== 'ready') return unsent;
    if (residents.state !== 'ready') return residents;
    const entries = unsent.value.map(({ entry }) => entry);
    return { state: 'ready', value: handOver(drafts.value.length, entries, residents.value.length) };
  }, [drafts, unsent, residents]);
}
