import { promisedDay, type Step } from '#domain/calendar/promised-day.ts';
import { type Day, workingDaysAfter, workingDaysBetween } from '#domain/calendar/working-days.ts';
import { wibDate } from '#domain/form/wib-date.ts';

/** How long the office has had an application that it is done with. */
export interface Turnaround {
  readonly endedOn: Day;
  /** Working days; while the applicant repaired, none. */
  readonly workingDays: number;
  /** Null where no day was promised. */
  readonly inTime: boolean | null;
}

/**
 * @param history oldest first
 * @param promised working days; null where none are promised
 * @returns undefined while the office is not done
 */
export function turnaroundOf(
  history: readonly Step[],
  promised: number | null,
  holidays: ReadonlySet<Day>,
): Turnaround | undefined {
  const { endedAtMs } = promisedDay(history, promised, holidays);
  if (endedAtMs === null) return undefined;
  const endedOn = wibDate(endedAtMs);
  let workingDays = 0;
  let isLate = false;
  let since: Day | null = null;
  // Late once is late for good: a repair gives no day back that had passed before it.
  function letGo(from: Day, day: Day): void {
    const left = Math.max(0, (promised ?? 0) - workingDays);
    isLate ||= day > workingDaysAfter(from, left, holidays);
    workingDays += workingDaysBetween(from, day, holidays);
  }
  for (const { atMs, status } of history) {
    if (atMs >= endedAtMs) break;
    const day = wibDate(atMs);
    if (status !== 'returned') since ??= day;
    else if (since !== null) {
      letGo(since, day);
      since = null;
    }
  }
  if (since !== null) letGo(since, endedOn);
  return { endedOn, workingDays, inTime: promised === null ? null : !isLate };
}

/**
 * The smallest value that at least this share of all do not exceed.
 * @param share above 0, at most 1 @returns null for no values
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
