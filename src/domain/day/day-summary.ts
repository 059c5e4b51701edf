import { wibDate } from '#domain/form/wib-date.ts';
import type { LocalizedText } from '#domain/service/definition.ts';
import type { DayRow, DayState } from './day-row.ts';

export type DayCounts = Readonly<Record<DayState, number>>;

export interface ServiceSummary {
  readonly serviceId: string;
  readonly serviceName: LocalizedText;
  readonly counts: DayCounts;
}

/** A day in figures: no name, no NIK, no number of anybody's but the registration numbers. */
export interface DaySummary {
  /** Begun or sent off that day. */
  readonly taken: number;
  /** Kirim was pressed, wherever it is now. */
  readonly sent: number;
  readonly counts: DayCounts;
  /** Those with the most first. */
  readonly services: readonly ServiceSummary[];
  /** Registration numbers of what the office has, in order. */
  readonly numbers: readonly string[];
}

const none: DayCounts = { draft: 0, returned: 0, waiting: 0, attention: 0, received: 0 };

/** @param day ISO 8601, of western Indonesia; a draft counts on the day of its last change */
export function daySummary(rows: readonly DayRow[], day: string): DaySummary {
  const ofDay = rows.filter(({ atMs }) => wibDate(atMs) === day);
  const counts = countStates(ofDay);
  const services = new Map<string, DayRow[]>();
  for (const row of ofDay) services.set(row.serviceId, [...(services.get(row.serviceId) ?? []), row]);
  return {
    taken: ofDay.length,
    sent: ofDay.length - counts.draft,
    counts,
    services: [...services]
      .map(([serviceId, members]) => ({
        serviceId,
        serviceName: members[0]?.serviceName ?? { id: serviceId },
        counts: countStates(members),
        size: members.length,
      }))
      .sort((one, other) => other.size - one.size || (one.serviceId < other.serviceId ? -1 : 1))
      .map(({ size: _size, ...service }) => service),
    numbers: ofDay.flatMap(({ state, number }) => (isAtOffice(state) && number !== null ? [number] : [])).sort(),
  };
}

/** What came back has its number still. */
function isAtOffice(state: DayState): boolean {
  return state === 'received' || state === 'returned';
}

export function countStates(rows: readonly DayRow[]): DayCounts {
  const counts: Record<DayState, number> = { ...none };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
