import type { Post } from '#domain/office/office.ts';
import type { Duplicate } from './queue-store.ts';
import type { SqlReader } from './sql-database.ts';
import { atPosts, type SqlParams, sqlParams } from './sql-posts.ts';
import { text } from './sql-row.ts';

const halfYearMs = 180 * 24 * 60 * 60 * 1000;
const mostShown = 20;
const paperOf = (document: string) => `coalesce(${document}.opened_sha256, ${document}.sha256)`;

/** What both ways have in common: "b" is another one than "a", about as old, and of these offices. */
function another(posts: readonly Post[], params: SqlParams): string {
  return `b.id <> a.id AND b.status NOT IN ('incomplete', 'withdrawn')
    AND b.received_at > a.received_at - ${halfYearMs} AND b.received_at < a.received_at + ${halfYearMs}
    AND ${atPosts(posts, params, 'b')}`;
}

const samePerson = 'FROM application b WHERE b.nik_mac = a.nik_mac AND b.service_id = a.service_id';
const samePaper = `FROM document d JOIN document e ON ${paperOf('e')} = ${paperOf('d')} JOIN application b ON b.id = e.application_id
  WHERE d.application_id = a.id AND d.position IS NOT NULL AND e.position IS NOT NULL
    AND (b.service_id = a.service_id OR b.owner_id <> a.owner_id)`;

/** Of application "a" in the statement around it. */
export function hasDuplicates(posts: readonly Post[], params: SqlParams): string {
  const other = another(posts, params);
  return `EXISTS (SELECT 1 ${samePerson} AND ${other}) OR EXISTS (SELECT 1 ${samePaper} AND ${other})`;
}

/** The latest first; one that is both is named for its person. */
export async function duplicatesOf(
  reader: SqlReader,
  applicationId: string,
  posts: readonly Post[],
): Promise<readonly Duplicate[]> {
  const found = new Map<string, Duplicate>();
  for (const [because, same] of [['nik', samePerson] as const, ['paper', samePaper] as const]) {
    const params = sqlParams();
    const id = params.put(applicationId);
    const [inner, where] = [same.replace('FROM ', ''), another(posts, params)];
    const rows = await reader.all(
      `SELECT DISTINCT b.id, b.registration_number, b.received_at FROM application a CROSS JOIN ${inner} AND ${where} AND a.id = ${id}
        ORDER BY b.received_at DESC, b.id LIMIT ${mostShown}`,
      params.values,
    );
    for (const row of rows) {
      const other = text(row, 'id');
      const registrationNumber = text(row, 'registration_number');
      if (!found.has(other)) found.set(other, { id: other, registrationNumber, because });
    }
  }
  return [...found.values()].slice(0, mostShown);
}
