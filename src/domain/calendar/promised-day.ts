import { wibDate } from '#domain/form/wib-date.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import { type Day, workingDaysAfter, workingDaysBetween } from './working-days.ts';

/** A step of an application: where it led, and when. */
export interface Step {
  readonly atMs: number;
  readonly status: OfficeStatus;
}

export interface PromisedDay {
  /** Null while it is the applicant's turn, and before the file is complete at the office. */
  readonly dueOn: Day | null;
  /** Since when the clock stands still, because it is the applicant's turn. */
  readonly pausedSinceMs: number | null;
  /** When the office was done with it, whatever the end. */
  readonly endedAtMs: number | null;
}

/** The office has done its part: what is still to come is the applicant's, or nobody's. */
const ended: readonly OfficeStatus[] = ['ready', 'done', 'rejected', 'withdrawn'];

/**
 * The day that the office has promised. Its clock starts with the complete file, counts working days after that day,
 * stands still while the applicant has to repair, and goes on with the rest of the days when the repair is complete.
 * @param history oldest first
 * @param workingDays null where the service promises none
 */
export function promisedDay(
  history: readonly Step[],
  workingDays: number | null,
  holidays: ReadonlySet<Day>,
): PromisedDay {
  let left = workingDays;
  let startedOn: Day | null = null;
  let pausedSinceMs: number | null = null;
  let endedAtMs: number | null = null;
  for (const { atMs, status } of history) {
    if (ended.includes(status)) {
      endedAtMs ??= atMs;
      pausedSinceMs = null;
    } else if (status === 'returned') {
      endedAtMs = null;
      pausedSinceMs ??= atMs;
      if (startedOn !== null && left !== null)
        left = Math.max(0, left - workingDaysBetween(startedOn, wibDate(atMs), holidays));
      startedOn = null;
    } else {
      endedAtMs = null;
      if (startedOn === null) startedOn = wibDate(atMs);
      pausedSinceMs = null;
    }
  }
  const dueOn = startedOn === null || left === null ? null : workingDaysAfter(startedOn, left, holidays);
  return { dueOn, pausedSinceMs, endedAtMs };
}
