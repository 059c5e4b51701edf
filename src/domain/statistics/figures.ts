import type { SurveyElement } from '#domain/survey/elements.ts';
import { surveyElements } from '#domain/survey/elements.ts';
import { addSums, meanOf, noSums, satisfactionIndex, type SurveySums } from '#domain/survey/satisfaction.ts';
import { type Day, workingDaysBetween } from '#domain/calendar/working-days.ts';
import type { Step } from '#domain/calendar/promised-day.ts';
import { quantile, turnaroundOf } from './turnaround.ts';

/** What happened at a place: an office and a service. */
interface At {
  readonly level: string;
  readonly area: string;
  readonly serviceId: string;
}

/** Counted by the database. */
export interface Counted {
  readonly received: readonly (At & { readonly day: Day; readonly count: number })[];
  readonly ended: readonly (At & { readonly steps: readonly Step[]; readonly promised: number | null })[];
  readonly returned: readonly (At & { readonly fields: readonly string[]; readonly count: number })[];
  readonly waiting: readonly (At & { readonly day: Day; readonly count: number })[];
  readonly surveys: readonly (At & SurveySums)[];
}

export interface Figures {
  readonly received: number;
  readonly ended: number;
  readonly rejected: number;
  readonly returned: number;
  readonly inTime: number;
  readonly late: number;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  readonly waiting: number;
  readonly answers: number;
  readonly satisfaction: number | null;
}

/** Oldest class last; null: everything older. */
const backlogDays = [3, 7, 14, 30, null] as const;

export interface Statistics<Place extends At> {
  readonly all: Figures;
  readonly byDay: readonly { readonly day: Day; readonly received: number; readonly ended: number }[];
  readonly byPlace: readonly (Place & Figures)[];
  readonly backlog: readonly { readonly upToDays: number | null; readonly count: number }[];
  readonly repairs: readonly { readonly serviceId: string; readonly field: string; readonly count: number }[];
  readonly elements: readonly { readonly element: SurveyElement; readonly mean: number | null }[];
}

interface Sum {
  received: number;
  ended: number;
  rejected: number;
  returned: number;
  inTime: number;
  late: number;
  days: number[];
  waiting: number;
  survey: SurveySums;
}

const nothing = (): Sum => ({
  received: 0,
  ended: 0,
  rejected: 0,
  returned: 0,
  inTime: 0,
  late: 0,
  days: [],
  waiting: 0,
  survey: noSums,
});

/** @param period both days belong to it; an application that ended before or after it is not counted as ended */
export function statisticsOf<Place extends At>(
  counted: { readonly [Key in keyof Counted]: readonly (Counted[Key][number] & Place)[] },
  period: { readonly from: Day; readonly to: Day; readonly today: Day },
  holidays: ReadonlySet<Day>,
  placeOf: (at: At & Place) => Place,
): Statistics<Place> {
  const all = nothing();
  const places = new Map<string, { readonly place: Place; readonly sum: Sum }>();
  const days = new Map<Day, { received: number; ended: number }>();
  const backlog = backlogDays.map((upToDays) => ({ upToDays, count: 0 }));
  const repairs = new Map<string, { readonly serviceId: string; readonly field: string; count: number }>();

  function add(at: At & Place, change: (sum: Sum) => void): void {
    const key = `${at.level} ${at.area} ${at.serviceId}`;
    const known = places.get(key) ?? { place: placeOf(at), sum: nothing() };
    places.set(key, known);
    change(known.sum);
    change(all);
  }
  function onDay(day: Day): { received: number; ended: number } {
    const known = days.get(day) ?? { received: 0, ended: 0 };
    days.set(day, known);
    return known;
  }

  for (const row of counted.received) {
    add(row, (sum) => (sum.received += row.count));
    onDay(row.day).received += row.count;
  }
  for (const row of counted.ended) {
    const turnaround = turnaroundOf(row.steps, row.promised, holidays);
    if (turnaround === undefined || turnaround.endedOn < period.from || turnaround.endedOn > period.to) continue;
    const isRejected = row.steps.at(-1)?.status === 'rejected';
    add(row, (sum) => {
      sum.ended += 1;
      if (isRejected) sum.rejected += 1;
      if (turnaround.inTime === true) sum.inTime += 1;
      if (turnaround.inTime === false) sum.late += 1;
      sum.days.push(turnaround.workingDays);
    });
    onDay(turnaround.endedOn).ended += 1;
  }
  for (const row of counted.returned) {
    add(row, (sum) => (sum.returned += row.count));
    for (const field of row.fields) {
      const key = `${row.serviceId} ${field}`;
      const known = repairs.get(key) ?? { serviceId: row.serviceId, field, count: 0 };
      known.count += row.count;
      repairs.set(key, known);
    }
  }
  for (const row of counted.waiting) {
    add(row, (sum) => (sum.waiting += row.count));
    const age = workingDaysBetween(row.day, period.today, holidays);
    const bucket = backlog.find(({ upToDays }) => upToDays === null || age <= upToDays);
    if (bucket !== undefined) bucket.count += row.count;
  }
  for (const row of counted.surveys) add(row, (sum) => (sum.survey = addSums(sum.survey, row)));

  return {
    all: figuresOf(all),
    byDay: [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, counts]) => ({ day, ...counts })),
    byPlace: [...places]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { place, sum }]) => ({ ...place, ...figuresOf(sum) })),
    backlog,
    // By name where the count is the same, so that every database tells the same.
    repairs: [...repairs]
      .sort(([one, { count }], [other, { count: more }]) => more - count || (one < other ? -1 : 1))
      .map(([, repair]) => repair),
    elements: surveyElements.map((element) => ({ element, mean: meanOf(all.survey, element) })),
  };
}

function figuresOf({ days, survey, ...counts }: Sum): Figures {
  return {
    ...counts,
    medianDays: quantile(days, 0.5),
    ninetiethDays: quantile(days, 0.9),
    answers: survey.answers,
    satisfaction: satisfactionIndex(survey),
  };
}
