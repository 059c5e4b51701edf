/** Days as ISO 8601, in western Indonesia (WIB): see wibDate. */
export type Day = string;

const dayMs = 24 * 60 * 60 * 1000;

/** @param holidays days on which the offices are closed although it is no weekend */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

export function nextDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

/** The last of so many working days after a day, which itself does not count; the day itself for none. */
export function workingDaysAfter(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let last = day;
  for (let left = count; left > 0; ) {
    last = nextDay(last);
    if (isWorkingDay(last, holidays)) left -= 1;
  }
  return last;
}

/** How many working days lie after `from`, up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, holidays: ReadonlySet<Day>): number {
  let count = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
