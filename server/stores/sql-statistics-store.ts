import { z } from 'zod';
import { officeLevels, type Office } from '#domain/office/office.ts';
import { surveyElements } from '#domain/survey/elements.ts';
import { noSums } from '#domain/survey/satisfaction.ts';
import { atPosts, type SqlParams, sqlParams } from './sql-posts.ts';
import type { SqlDatabase, SqlRow } from './sql-database.ts';
import { integer, integerOrNull, text, textOrNull } from './sql-row.ts';
import { statusOf } from './sql-status.ts';
import type { Place, StatisticsQuery, StatisticsStore } from './statistics-store.ts';

const Fields = z.array(z.string());
const dayMs = 24 * 60 * 60 * 1000;
const wibOffsetMs = 7 * 60 * 60 * 1000;
const newestComments = 25;

/** Days since 1970 in WIB, of a time in milliseconds; whole numbers divide without a rest on both databases. */
const dayOf = (column: string) => `CAST((${column} + ${wibOffsetMs}) / ${dayMs} AS integer)`;
const dayText = (days: number) => new Date(days * dayMs).toISOString().slice(0, 10);
const startMs = (day: string) => Date.parse(`${day}T00:00:00Z`) - wibOffsetMs;

/** With the moment at which the last paper was there: before it nothing was the office's to do. */
const wholeOnes = "application a JOIN history w ON w.application_id = a.id AND w.action = 'received'";

/** Every number in one statement over an index of offices: nothing that grows with the square of the applications. */
export function sqlStatisticsStore(database: SqlDatabase): StatisticsStore {
  return {
    async received(query) {
      const params = sqlParams();
      const rows = await database.all(
        `SELECT a.office, a.service_id, ${dayOf('w.at')} AS day, count(*) AS number FROM ${wholeOnes}
          WHERE ${within(query, params, 'a')} AND ${inTime(query, params, 'w.at')}
          GROUP BY a.office, a.service_id, ${dayOf('w.at')}`,
        params.values,
      );
      return rows.map(counted);
    },
    async ended(query) {
      const params = sqlParams();
      const rows = await database.all(
        `SELECT h.application_id, h.at, h.status, a.office, a.service_id, a.working_days
          FROM application a JOIN history h ON h.application_id = a.id
          WHERE a.status IN ('ready', 'done', 'rejected') AND ${within(query, params, 'a')}
            AND EXISTS (SELECT 1 FROM history e WHERE e.application_id = a.id AND e.status IN ('ready', 'done', 'rejected')
              AND ${inTime(query, params, 'e.at')})
          ORDER BY h.application_id, h.version`,
        params.values,
      );
      return stepsOf(rows);
    },
    async returned(query) {
      const params = sqlParams();
      const rows = await database.all(
        `SELECT a.office, a.service_id, h.fields, count(*) AS number FROM history h JOIN application a ON a.id = h.application_id
          WHERE h.action = 'return' AND ${within(query, params, 'a')} AND ${inTime(query, params, 'h.at')}
          GROUP BY a.office, a.service_id, h.fields`,
        params.values,
      );
      return rows.map((row) => ({ ...placeOf(row), fields: fieldsOf(row), count: integer(row, 'number') }));
    },
    async reasons(query) {
      const params = sqlParams();
      const rows = await database.all(
        `SELECT h.action, h.reason_code, count(*) AS number FROM history h JOIN application a ON a.id = h.application_id
          WHERE h.action IN ('return', 'reject') AND ${within(query, params, 'a')} AND ${inTime(query, params, 'h.at')}
          GROUP BY h.action, h.reason_code`,
        params.values,
      );
      return rows.map((row) => ({
        action: text(row, 'action') === 'return' ? 'return' : 'reject',
        code: textOrNull(row, 'reason_code'),
        count: integer(row, 'number'),
      }));
    },
    async waiting(query) {
      const params = sqlParams();
      const rows = await database.all(
        `SELECT a.office, a.service_id, ${dayOf('w.at')} AS day, count(*) AS number FROM ${wholeOnes}
          WHERE a.status IN ('submitted', 'under_review', 'returned', 'in_process', 'awaiting_signature')
            AND ${within(query, params, 'a')}
          GROUP BY a.office, a.service_id, ${dayOf('w.at')}`,
        params.values,
      );
      return rows.map(counted);
    },
    async surveys(query) {
      const params = sqlParams();
      const rows = await database.all(
        `SELECT b.office, b.service_id, b.filled_on AS day, sum(b.answers) AS answers, ${surveyElements
          .map((element) => `sum(b.${element}) AS ${element.toLowerCase()}`)
          .join(', ')}
          FROM survey_batch b WHERE ${within(query, params, 'b')} AND ${filledIn(query, params)}
          GROUP BY b.office, b.service_id, b.filled_on`,
        params.values,
      );
      return rows.map((row) => {
        const sums = { ...noSums.sums };
        for (const element of surveyElements) sums[element] = integer(row, element.toLowerCase());
        return { ...placeOf(row), day: text(row, 'day'), answers: integer(row, 'answers'), sums };
      });
    },
    async comments(query) {
      const params = sqlParams();
      const rows = await database.all(
        `SELECT c.words FROM survey_comment c JOIN survey_batch b ON b.id = c.batch_id
          WHERE ${within(query, params, 'b')} AND ${filledIn(query, params)}
          ORDER BY b.filled_on DESC, c.id LIMIT ${newestComments}`,
        params.values,
      );
      return rows.map((row) => text(row, 'words'));
    },
    async holidays() {
      return new Set((await database.all('SELECT day FROM holiday')).map((row) => text(row, 'day')));
    },
  };
}

function inTime({ from, to }: StatisticsQuery, params: SqlParams, column: string): string {
  return `${column} >= ${params.put(startMs(from))} AND ${column} < ${params.put(startMs(to) + dayMs)}`;
}

function filledIn({ from, to }: StatisticsQuery, params: SqlParams): string {
  return `b.filled_on >= ${params.put(from)} AND b.filled_on <= ${params.put(to)}`;
}

function within({ posts, level, area, serviceId }: StatisticsQuery, params: SqlParams, table: string): string {
  const conditions = [`${table}.office IS NOT NULL`];
  if (posts !== null) conditions.push(atPosts(posts, params, table));
  const levels = level === null ? officeLevels : [level];
  if (area !== null)
    conditions.push(
      atPosts(
        levels.map((one) => ({ level: one, area })),
        params,
        table,
      ),
    );
  else if (level !== null)
    conditions.push(`${table}.office >= ${params.put(`${level}:`)} AND ${table}.office < ${params.put(`${level};`)}`);
  if (serviceId !== null) conditions.push(`${table}.service_id = ${params.put(serviceId)}`);
  return conditions.join(' AND ');
}

function placeOf(row: SqlRow): Place {
  const [level, area] = text(row, 'office').split(':');
  const known = officeLevels.find((one): one is Office['level'] => one === level);
  if (known === undefined || area === undefined) throw new Error('A stored office is not known');
  return { level: known, area, serviceId: text(row, 'service_id') };
}

function counted(row: SqlRow) {
  return { ...placeOf(row), day: dayText(integer(row, 'day')), count: integer(row, 'number') };
}

function fieldsOf(row: SqlRow): readonly string[] {
  const fields = textOrNull(row, 'fields');
  return fields === null ? [] : Fields.parse(JSON.parse(fields));
}

type Ended = Awaited<ReturnType<StatisticsStore['ended']>>[number];

/** Rows of one application stand together, the oldest first. */
function stepsOf(rows: readonly SqlRow[]): readonly Ended[] {
  const found: (Place & { steps: Ended['steps'][number][]; promised: number | null })[] = [];
  let last = '';
  for (const row of rows) {
    const id = text(row, 'application_id');
    if (id !== last) found.push({ ...placeOf(row), steps: [], promised: integerOrNull(row, 'working_days') });
    last = id;
    found.at(-1)?.steps.push({ atMs: integer(row, 'at'), status: statusOf(row) });
  }
  return found;
}
