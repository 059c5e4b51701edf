import type { CsvCell } from '#domain/statistics/csv.ts';
import { statisticsOf } from '#domain/statistics/figures.ts';
import type { Place, StatisticsQuery, StatisticsStore } from '../stores/statistics-store.ts';

/** @param today in WIB */
export async function readStatistics(store: StatisticsStore, query: StatisticsQuery, today: string) {
  const { from, to } = query;
  const [received, ended, returned, reasons, waiting, surveys, comments, holidays] = await Promise.all([
    store.received(query),
    store.ended(query),
    store.returned(query),
    store.reasons(query),
    store.waiting(query),
    store.surveys(query),
    store.comments(query),
    store.holidays(),
  ]);
  const statistics = statisticsOf(
    {
      received,
      ended,
      returned,
      waiting,
      surveys,
    },
    { from, to, today },
    holidays,
    ({ level, area, serviceId }): Place => ({ level, area, serviceId }),
  );
  const { all, byDay, byPlace, backlog, repairs, elements } = statistics;
  return {
    from,
    to,
    all: { ...all },
    byDay: byDay.map((row) => ({ ...row })),
    byPlace: byPlace.map((row) => ({ ...row })),
    backlog: backlog.map((row) => ({ ...row })),
    repairs: repairs.map((row) => ({ ...row })),
    reasons: mostFrequent(reasons),
    elements: elements.map((row) => ({ ...row })),
    comments: [...comments],
  };
}

/** By name where two are as frequent, so that every database tells the same. */
function mostFrequent(reasons: Awaited<ReturnType<StatisticsStore['reasons']>>) {
  const nameOf = ({ action, code }: (typeof reasons)[number]) => `${action} ${code ?? ''}`;
  return reasons
    .toSorted((one, other) => other.count - one.count || (nameOf(one) < nameOf(other) ? -1 : 1))
    .map((reason) => ({ ...reason }));
}

const columns = {
  level: 'tingkat',
  area: 'wilayah',
  serviceId: 'layanan',
  received: 'diterima',
  ended: 'selesai',
  rejected: 'ditolak',
  returned: 'dikembalikan',
  inTime: 'tepat_waktu',
  late: 'terlambat',
  medianDays: 'hari_kerja_median',
  ninetiethDays: 'hari_kerja_persentil_90',
  waiting: 'menunggu',
  answers: 'jawaban_survei',
  satisfaction: 'ikm',
} as const;
const keys = [
  'level',
  'area',
  'serviceId',
  'received',
  'ended',
  'rejected',
  'returned',
  'inTime',
  'late',
  'medianDays',
  'ninetiethDays',
  'waiting',
  'answers',
  'satisfaction',
] as const;

/** A row for each office and service, under a row of names. */
export function tableOf({ byPlace }: Awaited<ReturnType<typeof readStatistics>>): readonly (readonly CsvCell[])[] {
  return [keys.map((key) => columns[key]), ...byPlace.map((place) => keys.map((key) => place[key]))];
}
