import { type OfficeStatus, officeStatuses } from '#domain/application/status.ts';
import type { QueueCounted, QueueStore } from './queue-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { duplicatesOf } from './sql-duplicates.ts';
import { rowOf } from './sql-queue-row.ts';
import { queuePage } from './sql-queue-page.ts';
import { atPosts, branchesOf, sqlParams } from './sql-posts.ts';
import { integer, text } from './sql-row.ts';
import { statusOf } from './sql-status.ts';
import type { Post } from '#domain/office/office.ts';

/** Not ended, and not the applicant's to complete. */
const openStatuses = `('submitted', 'under_review', 'returned', 'in_process', 'awaiting_signature', 'ready')`;
/** The office has its part still to do, by the promised day. */
const owedStatuses = `('submitted', 'under_review', 'returned', 'in_process', 'awaiting_signature')`;

export function sqlQueueStore(database: SqlDatabase): QueueStore {
  return {
    page: async (query) => {
      if (query.posts.length === 0 || query.statuses.length === 0) return [];
      const { sql, params } = queuePage(query);
      return (await database.all(sql, params)).map(rowOf);
    },
    counts: (posts, accountId, today) => counts(database, posts, accountId, today),
    duplicates: (applicationId, posts) => duplicatesOf(database, applicationId, posts),
  };
}

async function counts(
  database: SqlDatabase,
  posts: readonly Post[],
  accountId: string,
  today: string,
): Promise<QueueCounted> {
  const byStatus = new Map<OfficeStatus, number>(officeStatuses.map((status) => [status, 0]));
  byStatus.delete('incomplete');
  if (posts.length === 0) return { byStatus, late: 0, dueToday: 0, mine: 0 };
  const { statuses, due, mine } = countStatements(posts, accountId, today);
  for (const row of await database.all(statuses.sql, statuses.params)) {
    const status = statusOf(row);
    byStatus.set(status, (byStatus.get(status) ?? 0) + integer(row, 'number'));
  }
  const sums = { late: 0, today: 0 };
  for (const row of await database.all(due.sql, due.params))
    sums[text(row, 'what') === 'late' ? 'late' : 'today'] += integer(row, 'number');
  const [own] = await database.all(mine.sql, mine.params);
  return {
    byStatus,
    late: sums.late,
    dueToday: sums.today,
    mine: own === undefined ? 0 : integer(own, 'number'),
  };
}

export function countStatements(posts: readonly Post[], accountId: string, today: string) {
  const statuses = sqlParams();
  const perStatus = branchesOf(posts, statuses, 'a').map(
    (branch) =>
      `SELECT a.status AS status, count(*) AS number FROM application a
        WHERE ${branch} AND a.status <> 'incomplete' GROUP BY a.status`,
  );
  const due = sqlParams();
  const day = due.put(today);
  const perDay = branchesOf(posts, due, 'a').flatMap((branch) =>
    [['late', '<'] as const, ['today', '='] as const].map(
      ([what, sign]) =>
        `SELECT '${what}' AS what, count(*) AS number FROM application a
          WHERE ${branch} AND a.status IN ${owedStatuses} AND coalesce(a.due_on, '9999-12-31') ${sign} ${day}`,
    ),
  );
  const mine = sqlParams();
  const me = mine.put(accountId);
  const own = `SELECT count(*) AS number FROM application a
    WHERE a.assignee_id = ${me} AND a.status IN ${openStatuses} AND ${atPosts(posts, mine, 'a')}`;
  return {
    statuses: { sql: perStatus.join(' UNION ALL '), params: statuses.values },
    due: { sql: perDay.join(' UNION ALL '), params: due.values },
    mine: { sql: own, params: mine.values },
  };
}
