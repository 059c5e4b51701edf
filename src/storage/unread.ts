import type { ToldStatus } from '#domain/application/status.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';

/** What the person has done themselves is no news to them. */
const quiet: readonly ToldStatus[] = ['incomplete', 'submitted', 'withdrawn'];
/** Nobody counts further, and the row stays small. */
const most = 100;

export function unreadKey(accountId: string): string {
  return `unread/${accountId}`;
}

/** Ids of this person's applications of which there is news that they have not looked at, the oldest news first. */
export async function readUnread(db: AjukanDatabase): Promise<readonly string[]> {
  const accountId = await meta.accountId(db);
  return accountId === null ? [] : unreadOf(db, accountId);
}

/** Inside the transaction that stores what was told, and before it is stored. */
export async function noteUnread(
  db: AjukanDatabase,
  accountId: string,
  told: readonly TrackedApplication[],
): Promise<void> {
  const loud = told.filter(({ status }) => !quiet.includes(status));
  const ids = loud.map(({ applicationId }) => applicationId);
  if (ids.length === 0) return;
  const here = new Set(await db.outbox.where('applicationId').anyOf(ids).primaryKeys());
  const before = await db.tracked.bulkGet(ids);
  const news = loud.filter(({ version }, index) => (before[index]?.version ?? 0) < version);
  const fresh = new Set(news.map(({ applicationId }) => applicationId).filter((id) => here.has(id)));
  if (fresh.size === 0) return;
  const unread = [...(await unreadOf(db, accountId)).filter((id) => !fresh.has(id)), ...fresh];
  await db.meta.put({ key: unreadKey(accountId), value: unread.slice(-most) });
}

/** They have looked. */
export async function markSeen(connection: Connection, applicationId: string): Promise<void> {
  await connection.write('relaxed', ['meta'], async (db) => {
    const accountId = await meta.accountId(db);
    if (accountId === null) return;
    const unread = await unreadOf(db, accountId);
    if (!unread.includes(applicationId)) return;
    await db.meta.put({ key: unreadKey(accountId), value: unread.filter((id) => id !== applicationId) });
  });
}

async function unreadOf(db: AjukanDatabase, accountId: string): Promise<readonly string[]> {
  const value = (await db.meta.get(unreadKey(accountId)))?.value;
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
