import { useMemo } from 'react';
import type { DayRow } from '#domain/day/day-row.ts';
import { dayRows } from '#domain/day/day-rows.ts';
import type { Resident } from '#domain/resident/resident.ts';
import type { Loadable } from '#lib/live-query.ts';
import { useLive, useMenu } from './menu-context.ts';
import { returnedIds } from './returned-ids.ts';
import { useResidentList } from './use-resident-list.ts';

/** More than a week of sixty a day; older ones are in the list of all. */
const most = 500;

export interface Day {
  readonly rows: readonly DayRow[];
  readonly residents: readonly Resident[];
  /** False: the phone holds more, and these are the newest. */
  readonly isAll: boolean;
}

/**
 * Everything that an officer has begun and sent off, as it is now.
 * @param nowMs what the office has taken and does not tell of is asked about again after a day
 */
export function useDay(nowMs: number): Loadable<Day> {
  const menu = useMenu();
  const drafts = useLive(useMemo(() => menu.drafts.list(), [menu]));
  const items = useLive(useMemo(() => menu.outbox.list(most, 'all'), [menu]));
  const residents = useResidentList();
  return useMemo(() => {
    if (drafts.state !== 'ready') return drafts;
    if (items.state !== 'ready') return items;
    // Without their folders the applications are still there.
    if (residents.state === 'loading') return residents;
    const known = residents.state === 'ready' ? residents.value : [];
    const entries = items.value.map(({ entry }) => entry);
    const rows = dayRows(drafts.value, entries, known, returnedIds(items.value, nowMs));
    return { state: 'ready', value: { rows, residents: known, isAll: entries.length < most } };
  }, [drafts, items, residents, nowMs]);
}
