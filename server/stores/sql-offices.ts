import type { Office, Post } from '#domain/office/office.ts';
import { applicationOf, officeText } from './application-rows.ts';
import type { StoredApplication } from './application-store.ts';
import { keep, type SqlDatabase, type SqlValue } from './sql-database.ts';
import { text } from './sql-row.ts';

/**
 * A condition on application "a" that holds for the work of these posts: the office itself, or a smaller place in it.
 * "/" is the character after ".", so a range is every code that begins with the post's own and a dot.
 * @param first number of its first parameter
 */
export function atPosts(
  posts: readonly Post[],
  first: number,
): { readonly condition: string; readonly params: readonly SqlValue[] } {
  const params: SqlValue[] = [];
  const next = (value: SqlValue): string => `$${first - 1 + params.push(value)}`;
  const conditions = posts.map((post) => {
    const own = officeText(post);
    const place = `(a.office = ${next(own)} OR (a.office >= ${next(`${own}.`)} AND a.office < ${next(`${own}/`)}))`;
    if (post.services === undefined) return place;
    return `(${place} AND a.service_id IN (${post.services.map(next).join(', ')}))`;
  });
  return { condition: conditions.length === 0 ? '1 = 0' : `(${conditions.join(' OR ')})`, params };
}

const pageSize = 500;

/** Two servers may do it at once: both come to the same. */
export async function assignOffices(
  database: SqlDatabase,
  officeOf: (application: StoredApplication) => Office,
): Promise<number> {
  for (let assigned = 0; ; ) {
    const rows = await database.all(`SELECT a.* FROM application a WHERE a.office IS NULL LIMIT ${pageSize}`);
    if (rows.length === 0) return assigned;
    await database.write(async (tx) => {
      for (const row of rows) {
        const office = officeText(officeOf(applicationOf(row, [])));
        await tx.all('UPDATE application SET office = $2 WHERE id = $1', [text(row, 'id'), office]);
      }
      return keep(undefined);
    });
    assigned += rows.length;
  }
}
