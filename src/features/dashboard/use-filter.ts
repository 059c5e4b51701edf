import { useLocation, useNavigate } from 'react-router';
import { wibDate } from '#domain/form/wib-date.ts';
import { reportQuery, type ReportFilter } from '#domain/statistics/report.ts';
import { useNow } from '#ui/use-now.ts';

const dayMs = 24 * 60 * 60 * 1000;
const usualDays = 30;
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** What is asked for, as the address says it; else the last thirty days. */
export function useFilter(): {
  readonly filter: ReportFilter;
  readonly choose: (change: Partial<ReportFilter>) => void;
} {
  const nowMs = useNow();
  const { search: asked } = useLocation();
  const navigate = useNavigate();
  const search = new URLSearchParams(asked);
  const from = search.get('from');
  const to = search.get('to');
  const part = (name: string): string => search.get(name) ?? '';
  const filter: ReportFilter = {
    from: isDay(from) ? from : wibDate(nowMs - (usualDays - 1) * dayMs),
    to: isDay(to) ? to : wibDate(nowMs),
    level: part('level'),
    area: part('area'),
    service: part('service'),
  };
  return {
    filter,
    choose(change) {
      void navigate(`?${reportQuery({ ...filter, ...change })}`, { replace: true });
    },
  };
}
