import type { GivenFile } from '#domain/application/given-result.ts';
import type { AjukanDatabase } from './database.ts';

/** The files that offices have given for these applications, kept here or not. */
export async function resultFilesOf(
  db: AjukanDatabase,
  applicationIds: readonly string[],
): Promise<readonly GivenFile[]> {
  const rows = await db.tracked.bulkGet([...applicationIds]);
  return rows.flatMap((row) => (row?.timeline?.results ?? []).filter((one) => one.kind === 'file'));
}

/** Ids of the bytes that belong to these applications. */
export async function resultIdsOf(db: AjukanDatabase, applicationIds: readonly string[]): Promise<readonly string[]> {
  return (await resultFilesOf(db, applicationIds)).map(({ id }) => id);
}
