import type { Office } from '#domain/office/office.ts';
import { surveyElements } from '#domain/survey/elements.ts';
import type { StatisticsQuery } from '#server/stores/statistics-store.ts';
import { today, type World, type WorldApplication } from './statistics-world.ts';

const dayMs = 24 * 60 * 60 * 1000;
const dayOf = (atMs: number) => new Date(atMs + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Every day after one day up to another. */
function daysAfter(from: string, to: string): readonly string[] {
  const count = (Date.parse(to) - Date.parse(from)) / dayMs;
  return Array.from({ length: Math.max(0, count) }, (_, at) => dayOf(Date.parse(from) + (at + 1) * dayMs));
}

/** Who is in the place that is asked for, said without ranges and indexes. */
function isAsked(query: StatisticsQuery, office: Office, serviceId: string): boolean {
  const lies = (area: string) => office.area === area || office.area.startsWith(`${area}.`);
  return (
    (query.posts === null ||
      query.posts.some(
        (post) => post.level === office.level && lies(post.area) && (post.services?.includes(serviceId) ?? true),
      )) &&
    (query.level === null || query.level === office.level) &&
    (query.area === null || lies(query.area)) &&
    (query.serviceId === null || query.serviceId === serviceId)
  );
}

/** Day by day: on each day that the office had it, one working day less is left; with none left another day is late. */
function took({ steps, promised }: WorldApplication, isOff: (day: string) => boolean) {
  const end = steps.findIndex(({ status }) => status === 'ready' || status === 'done' || status === 'rejected');
  const last = steps[end];
  if (last === undefined) return null;
  let workingDays = 0;
  let isLate = false;
  for (const [at, { atMs, status }] of steps.slice(0, end).entries()) {
    if (status === 'returned') continue;
    for (const day of daysAfter(dayOf(atMs), dayOf(steps[at + 1]?.atMs ?? last.atMs))) {
      if (promised !== null && workingDays >= promised) isLate = true;
      if (!isOff(day)) workingDays += 1;
    }
  }
  return { day: dayOf(last.atMs), status: last.status, workingDays, inTime: promised === null ? null : !isLate };
}

/** The first number, counted up from none, that so many of ten do not exceed. */
function ofTen(values: readonly number[], tenths: number): number | null {
  if (values.length === 0) return null;
  for (let value = 0; ; value += 1)
    if (values.filter((one) => one <= value).length * 10 >= values.length * tenths) return value;
}

/** Sum of (mean of an element x 1/9) x 25, to two decimals, half of the last one up; in whole numbers. */
function indexOf(people: World['batches'][number]['people']): number | null {
  if (people.length < 5) return null;
  let total = 0;
  for (const answers of people) for (const element of surveyElements) total += answers[element];
  const parts = 9 * people.length;
  return Math.floor((2 * total * 25 * 100 + parts) / (2 * parts)) / 100;
}

/** What each application is to the numbers, whatever is asked for. */
function factsOf({ applications, holidays }: World, now: string) {
  const closed = new Set(holidays);
  const isOff = (day: string) => [0, 6].includes(new Date(day).getUTCDay()) || closed.has(day);
  return applications.flatMap((one) => {
    const { office, serviceId, steps } = one;
    const [whole] = steps;
    if (office === null || whole === undefined) return [];
    const cameOn = dayOf(whole.atMs);
    return {
      office,
      serviceId,
      cameOn,
      end: took(one, isOff),
      returns: steps.flatMap(({ action, atMs, fields }) => (action === 'return' ? { day: dayOf(atMs), fields } : [])),
      reasons: steps.flatMap(({ action, atMs, reasonCode }) =>
        action === 'return' || action === 'reject' ? { day: dayOf(atMs), said: `${action} ${reasonCode ?? ''}` } : [],
      ),
      isWaiting: waiting.has(steps.at(-1)?.status ?? ''),
      age: daysAfter(cameOn, now).filter((day) => !isOff(day)).length,
    };
  });
}
type Fact = ReturnType<typeof factsOf>[number];
const waiting = new Set<string>(['submitted', 'under_review', 'returned', 'in_process', 'awaiting_signature']);

/** How to reckon what readStatistics has to tell of this world: one application and one day at a time. @param now in WIB */
export function reckoningOf(world: World, now = today) {
  const facts = factsOf(world, now);
  return (query: StatisticsQuery) => reckon(facts, world.batches, query);
}

function reckon(facts: readonly Fact[], batches: World['batches'], query: StatisticsQuery) {
  const isNow = (day: string) => day >= query.from && day <= query.to;
  const asked = facts.filter(({ office, serviceId }) => isAsked(query, office, serviceId));
  const full = batches.filter(
    ({ office, serviceId, filledOn }) => filledOn !== null && isNow(filledOn) && isAsked(query, office, serviceId),
  );
  const endsOf = (some: readonly Fact[]) => some.flatMap(({ end }) => (end !== null && isNow(end.day) ? end : []));
  const returnsOf = (some: readonly Fact[]) =>
    some.flatMap(({ serviceId, returns }) =>
      returns.filter(({ day }) => isNow(day)).map(({ fields }) => ({ serviceId, fields })),
    );

  function figuresOf(some: readonly Fact[], surveys: World['batches']) {
    const ends = endsOf(some);
    const spent = ends.map(({ workingDays }) => workingDays);
    const people = surveys.flatMap((one) => one.people);
    return {
      received: some.filter(({ cameOn }) => isNow(cameOn)).length,
      ended: ends.length,
      rejected: ends.filter(({ status }) => status === 'rejected').length,
      returned: returnsOf(some).length,
      inTime: ends.filter(({ inTime }) => inTime === true).length,
      late: ends.filter(({ inTime }) => inTime === false).length,
      medianDays: ofTen(spent, 5),
      ninetiethDays: ofTen(spent, 9),
      waiting: some.filter((one) => one.isWaiting).length,
      answers: people.length,
      satisfaction: indexOf(people),
    };
  }

  const places = new Map(
    [...asked, ...full].map(({ office: { level, area }, serviceId }) => [
      `${level} ${area} ${serviceId}`,
      { level, area, serviceId },
    ]),
  );
  const byPlace = [...places]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, place]) => {
      const isHere = ({ office, serviceId }: { readonly office: Office; readonly serviceId: string }) =>
        office.level === place.level && office.area === place.area && serviceId === place.serviceId;
      return { ...place, ...figuresOf(asked.filter(isHere), full.filter(isHere)) };
    })
    .filter(
      ({ received, ended, returned, answers, ...row }) => received + ended + returned + answers + row.waiting > 0,
    );

  const ages = asked.filter((one) => one.isWaiting).map(({ age }) => age);
  const people = full.flatMap((one) => one.people);
  const marked = returnsOf(asked).flatMap(({ serviceId, fields }) => fields.map((field) => `${serviceId} ${field}`));
  return {
    from: query.from,
    to: query.to,
    all: figuresOf(asked, full),
    byDay: [query.from, ...daysAfter(query.from, query.to)]
      .map((day) => ({
        day,
        received: asked.filter(({ cameOn }) => cameOn === day).length,
        ended: asked.filter(({ end }) => end?.day === day).length,
      }))
      .filter(({ received, ended }) => received + ended > 0),
    byPlace,
    backlog: [
      { upToDays: 3, count: ages.filter((age) => age <= 3).length },
      { upToDays: 7, count: ages.filter((age) => age > 3 && age <= 7).length },
      { upToDays: 14, count: ages.filter((age) => age > 7 && age <= 14).length },
      { upToDays: 30, count: ages.filter((age) => age > 14 && age <= 30).length },
      { upToDays: null, count: ages.filter((age) => age > 30).length },
    ],
    repairs: countedOf(marked).map(({ key, count }) => {
      const [serviceId = '', field = ''] = key.split(' ');
      return { serviceId, field, count };
    }),
    reasons: countedOf(
      asked.flatMap(({ reasons }) => reasons.flatMap(({ day, said }) => (isNow(day) ? said : []))),
    ).map(({ key, count }) => {
      const [action = '', code = ''] = key.split(' ');
      return { action, code: code === '' ? null : code, count };
    }),
    elements: surveyElements.map((element) => ({
      element,
      mean: people.length < 5 ? null : people.reduce((sum, answers) => sum + answers[element], 0) / people.length,
    })),
    comments: full
      .flatMap(({ filledOn, comments }) => comments.map(({ id, words }) => ({ day: filledOn ?? '', id, words })))
      .toSorted((one, other) => (one.day === other.day ? (one.id < other.id ? -1 : 1) : one.day < other.day ? 1 : -1))
      .slice(0, 25)
      .map(({ words }) => words),
  };
}

/** How often each was said, the most frequent first. */
function countedOf(said: readonly string[]): readonly { readonly key: string; readonly count: number }[] {
  return [...new Set(said)]
    .map((key) => ({ key, count: said.filter((one) => one === key).length }))
    .toSorted((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}
