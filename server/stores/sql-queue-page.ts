import type { QueueQuery, QueueSearch } from './queue-store.ts';
import type { SqlValue } from './sql-database.ts';
import { hasDuplicates } from './sql-duplicates.ts';
import { queueColumns } from './sql-queue-row.ts';
import { atPosts, branchesOf, type SqlParams, sqlParams } from './sql-posts.ts';

/** The day of what has none: behind all days. */
export const noDay = '9999-12-31';
/** The character behind all that a word is made of. */
const behindWords = '\u{10FFFF}';

/**
 * One page. Without a search, every office and every status is walked along an index that has the list's own order, and no
 * further than the page: it costs the same whether the office has a hundred or fifty thousand. With one, or for what one
 * official has taken, that narrow set comes first and is put in order.
 */
export function queuePage(query: QueueQuery): { readonly sql: string; readonly params: readonly SqlValue[] } {
  const params = sqlParams();
  const narrow = narrowSet(query, params);
  const found = narrow === null ? walked(query, params) : looked(query, params);
  const sql = `${narrow === null ? '' : `WITH narrow AS MATERIALIZED (${narrow}) `}SELECT ${queueColumns},
    CASE WHEN ${hasDuplicates(query.posts, params)} THEN 1 ELSE 0 END AS has_duplicates
    FROM (${found} ORDER BY sort_key, id LIMIT ${params.put(query.limit)}) page JOIN application a ON a.id = page.id
    ORDER BY page.sort_key, page.id`;
  return { sql, params: params.values };
}

function sortKey({ sort }: QueueQuery): string {
  return sort === 'received' ? 'a.received_at' : `coalesce(a.due_on, '${noDay}')`;
}

function walked(query: QueueQuery, params: SqlParams): string {
  const key = sortKey(query);
  const rest = conditionsOf(query, params);
  const limit = params.put(query.limit);
  const walks = branchesOf(query.posts, params, 'a').flatMap((branch) =>
    query.statuses.map((status) => {
      const where = [branch, `a.status = ${params.put(status)}`, ...rest].join(' AND ');
      return `SELECT * FROM (SELECT a.id AS id, ${key} AS sort_key FROM application a WHERE ${where}
        ORDER BY ${key}, a.id LIMIT ${limit}) walk`;
    }),
  );
  return `SELECT id, sort_key FROM (${walks.join(' UNION ALL ')}) walks`;
}

function looked(query: QueueQuery, params: SqlParams): string {
  const statuses = query.statuses.map((status) => params.put(status)).join(', ');
  const where = [
    'a.id = narrow.id',
    atPosts(query.posts, params, 'a'),
    `a.status IN (${statuses})`,
    ...conditionsOf(query, params),
  ];
  return `SELECT a.id AS id, ${sortKey(query)} AS sort_key FROM narrow CROSS JOIN application a WHERE ${where.join(' AND ')}`;
}

/** What holds for a line whatever its office and status. */
function conditionsOf(query: QueueQuery, params: SqlParams): readonly string[] {
  const { serviceId, area, assignee, due, after } = query;
  const conditions: string[] = [];
  if (serviceId !== null) conditions.push(`a.service_id = ${params.put(serviceId)}`);
  if (area !== null)
    conditions.push(
      `(a.area = ${params.put(area)} OR (a.area >= ${params.put(`${area}.`)} AND a.area < ${params.put(`${area}/`)}))`,
    );
  if (assignee === 'none') conditions.push('a.assignee_id IS NULL');
  else if (assignee !== null) conditions.push(`a.assignee_id = ${params.put(assignee.accountId)}`);
  if (due !== null) {
    if (due.from !== null) conditions.push(`coalesce(a.due_on, '${noDay}') >= ${params.put(due.from)}`);
    conditions.push(`coalesce(a.due_on, '${noDay}') <= ${params.put(due.until)}`);
  }
  if (after !== null) {
    const key = params.put(after.key);
    conditions.push(`${sortKey(query)} >= ${key} AND (${sortKey(query)}, a.id) > (${key}, ${params.put(after.id)})`);
  }
  return conditions;
}

/** Ids of what is looked for, wherever it is; null when nothing narrows the list. */
function narrowSet({ search, assignee }: QueueQuery, params: SqlParams): string | null {
  if (search !== null) return searchSet(search, params);
  if (assignee === null || assignee === 'none') return null;
  return `SELECT id FROM application WHERE assignee_id = ${params.put(assignee.accountId)}`;
}

function searchSet(search: QueueSearch, params: SqlParams): string {
  switch (search.kind) {
    case 'numbers':
      return `SELECT id FROM application WHERE registration_number IN (${search.numbers.map((one) => params.put(one)).join(', ')})`;
    case 'nik':
      return `SELECT id FROM application WHERE nik_mac = ${params.put(search.mac)}`;
    case 'words':
      return search.words
        .map(
          (word) =>
            `SELECT application_id AS id FROM applicant_word WHERE word >= ${params.put(word)} AND word < ${params.put(`${word}${behindWords}`)}`,
        )
        .join(' INTERSECT ');
  }
}
