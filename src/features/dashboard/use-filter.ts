import { useLocation, useNavigate } from 'react-router';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { reportQuery, type ReportFilter } from '#domain/statistics/report.ts';
import { useNow } from '#ui/use-now.ts';

const dayMs = 24 * 60 * 60 * 1000;
const usualDays = 30;

/** A day that is none asks for nothing. */
const dayOr = (text: string, otherwiseMs: number): string => (isIsoDate(text) ? text : wibDate(otherwiseMs));

/** What is asked for, as the address says it; else the last thirty days. */
export function useFilter(): {
  readonly filter: ReportFilter;
  readonly choose: (change: Partial<ReportFilter>) => void;
} {
  const nowMs = useNow();
  const { search: asked } = useLocation();
  const navigate = useNavigate();
  const search = new URLSearchParams(asked);
  const part = (name: string): string => search.get(name) ?? '';
  const filter: ReportFilter = {
    from: dayOr(part('from'), nowMs - (usualDays - 1) * dayMs),
    to: dayOr(part('to'), nowMs),
    level: /^(desa|kecamatan|dinas)$/.exec(part('level'))?.[0] ?? '',
    area: /^\d\d(\.\d+){1,3}$/.exec(part('area'))?.[0] ?? '',
    service: part('service'),
  };
  return {
    filter,
    choose(change) {
      void navigate(`?${reportQuery({ ...filter, ...change })}`, { replace: true });
    },
  };
}
