import { areaPattern } from '#domain/form/validate-value.ts';
import type { Post } from '#domain/office/office.ts';
import { officeText } from './application-rows.ts';
import type { SqlValue } from './sql-database.ts';

/** Collects the parameters of a statement while its text is written. */
export interface SqlParams {
  readonly values: readonly SqlValue[];
  /** Its place in the text: "$3". */
  put(value: SqlValue): string;
}

export function sqlParams(): SqlParams {
  const values: SqlValue[] = [];
  return { values, put: (value) => `$${values.push(value)}` };
}

/** More are asked for in one condition, which is slower and the same. */
const mostBranches = 12;

interface Branch {
  readonly post: Post;
  readonly condition: string;
}

/**
 * Conditions on an application that together hold for the work of these posts, and of which no two hold for the same one.
 * Each is of one office, or of all that lies in a larger place, so that one order of an index fits it.
 * @param table the application's name in the statement
 */
export function branchesOf(posts: readonly Post[], params: SqlParams, table: string): readonly string[] {
  const all = placesOf(posts, params, table);
  if (all.length > mostBranches) return [anyOf(all)];
  return all.map(({ post, condition }, index) => {
    const before = all.slice(0, index).filter((earlier) => earlier.post !== post && mayOverlap(earlier.post, post));
    return [condition, ...before.map((earlier) => `NOT (${earlier.condition})`)].join(' AND ');
  });
}

/** The same as one condition. */
export function atPosts(posts: readonly Post[], params: SqlParams, table: string): string {
  return anyOf(placesOf(posts, params, table));
}

/** "/" is the character after ".", so a range is every code that begins with the post's own and a dot. */
function placesOf(posts: readonly Post[], params: SqlParams, table: string): readonly Branch[] {
  return posts.flatMap((post) => {
    const own = officeText(post);
    const ids = post.services?.map((id) => params.put(id));
    const services = ids === undefined ? '' : ` AND ${table}.service_id IN (${ids.join(', ')})`;
    const itself = { post, condition: `${table}.office = ${params.put(own)}${services}` };
    // Nothing lies in a village.
    if (areaPattern.test(post.area)) return [itself];
    const range = `${table}.office >= ${params.put(`${own}.`)} AND ${table}.office < ${params.put(`${own}/`)}`;
    return [itself, { post, condition: `${range}${services}` }];
  });
}

function anyOf(branches: readonly Branch[]): string {
  return branches.length === 0 ? '1 = 0' : `(${branches.map(({ condition }) => `(${condition})`).join(' OR ')})`;
}

function mayOverlap(one: Post, other: Post): boolean {
  return one.level === other.level && (one.area.startsWith(other.area) || other.area.startsWith(one.area));
}
