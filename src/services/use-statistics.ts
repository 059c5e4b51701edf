import { useEffect, useState } from 'react';
import type { ReportFilter } from '#domain/statistics/report.ts';
import { reportQuery } from '#domain/statistics/report.ts';
import type { Menu } from './menu.ts';
import type { ReportRead } from './statistics-menu.ts';
import { useLater } from './use-later.ts';

const open = (menu: Menu) => menu.statistics();

/**
 * Undefined while it is read; what was read before stays until then.
 * @param filter null: nothing is asked for
 * @param round a new one reads it again
 */
export function useStatistics(filter: ReportFilter | null, round: number): ReportRead | undefined {
  const menu = useLater(open);
  const [read, setRead] = useState<ReportRead | undefined>(undefined);
  const query = filter === null ? null : reportQuery(filter);
  useEffect(() => {
    if (menu === undefined || query === null) return;
    let here = true;
    const reading: Promise<ReportRead> =
      menu === null ? Promise.resolve({ kind: 'no-answer' as const }) : menu.read(filterOf(query));
    void reading.then((found) => here && setRead(found));
    return () => {
      here = false;
    };
  }, [menu, query, round]);
  return read;
}

function filterOf(query: string): ReportFilter {
  const search = new URLSearchParams(query);
  const part = (name: string): string => search.get(name) ?? '';
  return { from: part('from'), to: part('to'), level: part('level'), area: part('area'), service: part('service') };
}
