import type { AttachedDocument } from '#domain/application/draft.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';
import { isAttachedDocument } from './row-guards.ts';
import { isVisibleTo } from './rows.ts';

/** Papers of a draft or an entry that the signed-in person may see; oldest first. */
export async function visibleDocuments(
  db: AjukanDatabase,
  applicationId: string,
): Promise<readonly AttachedDocument[]> {
  if (!(await isVisibleApplication(db, applicationId))) return [];
  const rows: readonly unknown[] = await db.documents.where('applicationId').equals(applicationId).toArray();
  return rows.filter(isAttachedDocument).sort((a, b) => a.attachedAtMs - b.attachedAtMs || (a.id < b.id ? -1 : 1));
}

export async function isVisibleApplication(db: AjukanDatabase, applicationId: string): Promise<boolean> {
  const accountId = await meta.accountId(db);
  const parent = (await db.drafts.get(applicationId)) ?? (await db.outbox.get(applicationId));
  return parent !== undefined && isVisibleTo(parent.ownerKey, accountId);
}

/** Inside the caller's transaction: the papers of an application with their bytes. */
export async function removePapers(db: AjukanDatabase, applicationId: string): Promise<void> {
  const ids = await db.documents.where('applicationId').equals(applicationId).primaryKeys();
  await db.payloads.bulkDelete(ids);
  await db.documents.bulkDelete(ids);
}
