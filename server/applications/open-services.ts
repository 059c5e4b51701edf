import { addSums, fewestAnswers, noSums, satisfactionIndex, type SurveySums } from '#domain/survey/satisfaction.ts';
import { turnaroundOf } from '#domain/statistics/turnaround.ts';
import type { StatisticsStore } from '../stores/statistics-store.ts';

/** Ended months before this one. */
const shownMonths = 24;
const license = 'CC BY 4.0';
const note =
  'Permohonan per bulan dan layanan di seluruh kabupaten, setelah bulannya berakhir. Angka di bawah 5 tidak ditampilkan, dan tidak ada jumlah yang dapat menghitungnya kembali.';

interface Month {
  readonly month: string;
  readonly serviceId: string;
  received: number;
  ended: number;
  survey: SurveySums;
}

/**
 * What everybody may know. A month is told once it is over, so that nobody sees it grow by one; fewer than five are left out,
 * and there are no totals that they could be subtracted from. Satisfaction is of full fives, whose sums differ by five or none.
 * @param today in WIB
 */
export async function openServicesOf(store: StatisticsStore, today: string) {
  const query = { posts: null, level: null, area: null, serviceId: null, from: firstDay(today), to: lastDay(today) };
  const [received, ended, surveys, holidays] = await Promise.all([
    store.received(query),
    store.ended(query),
    store.surveys(query),
    store.holidays(),
  ]);
  const months = new Map<string, Month>();
  function at(day: string, serviceId: string): Month {
    const month = day.slice(0, '2026-11'.length);
    const key = `${month} ${serviceId}`;
    const known = months.get(key) ?? { month, serviceId, received: 0, ended: 0, survey: noSums };
    months.set(key, known);
    return known;
  }
  for (const { day, serviceId, count } of received) at(day, serviceId).received += count;
  for (const { steps, serviceId } of ended) {
    const endedOn = turnaroundOf(steps, null, holidays)?.endedOn;
    if (endedOn !== undefined && endedOn >= query.from && endedOn <= query.to) at(endedOn, serviceId).ended += 1;
  }
  for (const row of surveys) {
    const month = at(row.day, row.serviceId);
    month.survey = addSums(month.survey, row);
  }
  return {
    license,
    note,
    months: [...months]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { month, serviceId, survey, ...counts }]) => ({
        month,
        serviceId,
        received: enough(counts.received),
        ended: enough(counts.ended),
        satisfaction: satisfactionIndex(survey),
      }))
      // That there was one of a service in a month is already too much.
      .filter(({ received: came, ended: went, satisfaction }) => (came ?? went ?? satisfaction) !== null),
  };
}

function enough(count: number): number | null {
  return count < fewestAnswers ? null : count;
}

function lastDay(today: string): string {
  return new Date(Date.parse(`${today.slice(0, 7)}-01T00:00:00Z`) - 1).toISOString().slice(0, 10);
}

function firstDay(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - shownMonths, 1)).toISOString().slice(0, 10);
}
