import fc from 'fast-check';
import { officeText } from '#server/stores/application-rows.ts';
import { keep, type SqlDatabase, type SqlTransaction, type SqlValue } from '#server/stores/sql-database.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import type { Office } from '#domain/office/office.ts';
import { type SurveyAnswers, surveyElements, surveyScores } from '#domain/survey/elements.ts';

/** A step as the office wrote it down. */
export interface WorldStep {
  readonly atMs: number;
  readonly action: string;
  readonly status: OfficeStatus;
  readonly fields: readonly string[];
  /** Null where none was chosen, and for what owes none. */
  readonly reasonCode: string | null;
}

export interface WorldApplication {
  readonly id: string;
  /** Null: of a release that knew of no offices. */
  readonly office: Office | null;
  readonly serviceId: string;
  /** Of its first arrival, which may be long before its last paper. */
  readonly receivedAtMs: number;
  readonly promised: number | null;
  /** None while papers are missing. */
  readonly steps: readonly WorldStep[];
}

/** Up to five people, each with their own answers, which the database only has as sums. */
export interface WorldBatch {
  readonly id: string;
  readonly office: Office;
  readonly serviceId: string;
  readonly people: readonly SurveyAnswers[];
  /** Null while they are fewer than five. */
  readonly filledOn: string | null;
  readonly comments: readonly { readonly id: string; readonly words: string }[];
}

export interface World {
  readonly applications: readonly WorldApplication[];
  readonly batches: readonly WorldBatch[];
  readonly holidays: readonly string[];
}

export const offices: readonly Office[] = [
  { level: 'dinas', area: '36.03' },
  { level: 'kecamatan', area: '36.03.01' },
  { level: 'kecamatan', area: '36.03.10' },
  { level: 'desa', area: '36.03.01.2001' },
  { level: 'desa', area: '36.03.01.2002' },
  { level: 'desa', area: '36.03.10.2001' },
];
export const services = ['sku', 'sktm', 'akta-kelahiran'];
export const firstDay = '2026-06-01';
export const today = '2026-11-24';

const dayMs = 24 * 60 * 60 * 1000;
const wib = (day: string) => Date.parse(`${day}T00:00:00+07:00`);
const days = (wib(today) - wib(firstDay)) / dayMs;
export const dayAfter = (count: number) => new Date(Date.parse(firstDay) + count * dayMs).toISOString().slice(0, 10);

type Way = readonly [action: string, status: OfficeStatus];
const ways: Readonly<Partial<Record<OfficeStatus, readonly Way[]>>> = {
  submitted: [
    ['review', 'under_review'],
    ['review', 'under_review'],
    ['return', 'returned'],
    ['reject', 'rejected'],
    ['withdraw', 'withdrawn'],
  ],
  under_review: [
    ['process', 'in_process'],
    ['process', 'in_process'],
    ['return', 'returned'],
    ['reject', 'rejected'],
  ],
  returned: [
    ['revise', 'submitted'],
    ['revise', 'submitted'],
    ['withdraw', 'withdrawn'],
  ],
  in_process: [
    ['sign', 'awaiting_signature'],
    ['ready', 'ready'],
    ['return', 'returned'],
    ['reject', 'rejected'],
  ],
  awaiting_signature: [
    ['ready', 'ready'],
    ['process', 'in_process'],
  ],
  ready: [['complete', 'done']],
};

/** Often at the very first or last moment of a day of WIB. */
const moment = fc.oneof(fc.constantFrom(0, dayMs - 1), fc.nat(dayMs - 1));
const gap = fc.oneof(
  fc.nat(4 * dayMs),
  fc.nat(20).map((count) => count * dayMs),
);
const marks = fc.subarray(['/nama', '/alamat/0', '/documents/ktp']);
const reasonCode = fc.option(fc.constantFrom('unreadable', 'mismatch', 'other'));
const office = fc.constantFrom(...offices);
const serviceId = fc.constantFrom(...services);

const application: fc.Arbitrary<WorldApplication> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    office: fc.option(office, { freq: 40 }),
    serviceId,
    receivedAtMs: fc.tuple(fc.nat(days), moment).map(([day, ms]) => wib(firstDay) + day * dayMs + ms),
    late: fc.oneof(fc.constant(0), gap),
    promised: fc.option(fc.nat(10)),
    walk: fc.array(fc.tuple(gap, fc.nat(100), marks, reasonCode), { maxLength: 9 }),
  })
  .map(({ late, walk, ...rest }) => ({ ...rest, steps: stepsOf(rest.receivedAtMs + late, walk) }));

function stepsOf(
  wholeAtMs: number,
  walk: readonly (readonly [number, number, readonly string[], string | null])[],
): readonly WorldStep[] {
  const steps: WorldStep[] = [
    { atMs: wholeAtMs, action: 'received', status: 'submitted', fields: [], reasonCode: null },
  ];
  let [atMs, status]: [number, OfficeStatus] = [wholeAtMs, 'submitted'];
  for (const [waitedMs, choice, fields, reason] of walk) {
    const all: readonly Way[] = ways[status] ?? [];
    const way: Way | undefined = all[choice % Math.max(1, all.length)];
    if (way === undefined) break;
    atMs += waitedMs;
    status = way[1];
    const isReasoned = way[0] === 'return' || way[0] === 'reject';
    const said = { fields: way[0] === 'return' ? fields : [], reasonCode: isReasoned ? reason : null };
    steps.push({ atMs, action: way[0], status, ...said });
  }
  // What has not happened by now is not written down.
  return steps.filter((step) => step.atMs < wib(today) + dayMs);
}

const score = fc.constantFrom(...surveyScores);
const person: fc.Arbitrary<SurveyAnswers> = fc
  .tuple(score, score, score, score, score, score, score, score, score)
  .map(([U1, U2, U3, U4, U5, U6, U7, U8, U9]) => ({ U1, U2, U3, U4, U5, U6, U7, U8, U9 }));
const batch: fc.Arbitrary<WorldBatch> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    office,
    serviceId,
    people: fc.oneof(
      { weight: 4, arbitrary: fc.array(person, { minLength: 5, maxLength: 5 }) },
      fc.array(person, { minLength: 1, maxLength: 4 }),
    ),
    day: fc.nat(days).map(dayAfter),
    comments: fc.array(fc.record({ id: fc.uuid({ version: 4 }), words: fc.constantFrom('Ramah', '=1+1', 'Antre') }), {
      maxLength: 5,
    }),
  })
  .map(({ day, ...rest }) => ({ ...rest, filledOn: rest.people.length === 5 ? day : null }));

/** The same for the same seed. */
export function worldOf(seed: number, size: number): World {
  return {
    applications: fc.sample(application, { seed, numRuns: size }),
    batches: fc.sample(batch, { seed, numRuns: Math.ceil(size / 10) }),
    holidays: [...new Set(fc.sample(fc.nat(days), { seed, numRuns: 12 }).map(dayAfter))],
  };
}

/** Into an empty database of this release, as its stores would have written it. */
export async function putWorld(database: SqlDatabase, { applications, batches, holidays }: World): Promise<void> {
  await database.write(async (tx) => {
    await putRows(
      tx,
      'holiday (day)',
      holidays.map((day) => [day]),
    );
    await putRows(
      tx,
      `application (id, owner_id, registration_number, service_id, schema_version, status, version, data, body_hash,
        captured_at, received_at, updated_at, office, working_days)`,
      applications.map((one) => {
        const { id, steps, receivedAtMs } = one;
        const status = steps.at(-1)?.status ?? 'incomplete';
        const at = [receivedAtMs, receivedAtMs, steps.at(-1)?.atMs ?? receivedAtMs];
        const place = [one.office === null ? null : officeText(one.office), one.promised];
        return [id, 'siti', id, one.serviceId, 1, status, Math.max(1, steps.length), '{}', id, ...at, ...place];
      }),
    );
    await putRows(
      tx,
      'history (application_id, version, at, action, status, actor, fields, reason_code)',
      applications.flatMap(({ id, steps }) =>
        steps.map(({ atMs, action, status, fields, reasonCode: code }, place) => {
          const marked = fields.length === 0 ? null : JSON.stringify(fields);
          return [id, place + 1, atMs, action, status, 'official', marked, code];
        }),
      ),
    );
    await putRows(
      tx,
      `survey_batch (id, office, service_id, answers, filled_on, ${surveyElements.join(', ')})`,
      batches.map((one) => [
        ...[one.id, officeText(one.office), one.serviceId, one.people.length, one.filledOn],
        ...surveyElements.map((element) => one.people.reduce((sum, answers) => sum + answers[element], 0)),
      ]),
    );
    await putRows(
      tx,
      'survey_comment (id, batch_id, words, day)',
      batches.flatMap(({ id, comments }) => comments.map((one) => [one.id, id, one.words, today])),
    );
    return keep(undefined);
  });
}

async function putRows(tx: SqlTransaction, into: string, rows: readonly (readonly SqlValue[])[]): Promise<void> {
  const atOnce = 200;
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce);
    let place = 0;
    const values = some.map((row) => `(${row.map(() => `$${(place += 1)}`).join(', ')})`).join(', ');
    await tx.all(`INSERT INTO ${into} VALUES ${values}`, some.flat());
  }
}
