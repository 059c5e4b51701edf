import type { OfficeStatus } from '#domain/application/status.ts';
import { statusOf } from './sql-status.ts';
import type { ChangeFeed } from './change-feed.ts';
import { decodeCursor, encodeCursor, type FeedPosition } from './feed-cursor.ts';
import { insertNewsJobs } from './insert-jobs.ts';
import type { SqlDatabase, SqlRow, SqlTransaction } from './sql-database.ts';
import { integer, text } from './sql-row.ts';

export function sqlChangeFeed(database: SqlDatabase): ChangeFeed {
  return {
    read: async (audience, cursor, limit) => {
      const epoch = await readEpoch(database);
      const position = cursor === null ? { tx: '0', seq: 0 } : decodeCursor(cursor, epoch);
      if (position === undefined || (await isPastTheEnd(database, position))) return { kind: 'unknown-cursor' };
      const rows = await database.all(database.dialect.changesAfter, [audience, position.tx, position.seq, limit + 1]);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        kind: 'page',
        items: page.map((row) => ({
          applicationId: text(row, 'application_id'),
          status: statusOf(row),
          version: integer(row, 'version'),
          atMs: integer(row, 'at'),
        })),
        next: encodeCursor(epoch, last === undefined ? position : positionOf(last)),
        more: rows.length > limit,
      };
    },
  };
}

/** Part of the transaction that makes the change, so that neither is there without the other. */
export async function insertChange(
  tx: SqlTransaction,
  change: {
    readonly audience: string;
    readonly applicationId: string;
    readonly status: OfficeStatus;
    readonly version: number;
    readonly atMs: number;
    /** Who is told has done it, and needs no waking. */
    readonly isOwnDoing?: true;
  },
): Promise<void> {
  await tx.all('INSERT INTO change (audience, application_id, status, version, at) VALUES ($1, $2, $3, $4, $5)', [
    change.audience,
    change.applicationId,
    change.status,
    change.version,
    change.atMs,
  ]);
  if (change.isOwnDoing !== true) await insertNewsJobs(tx, change);
}

/** The same to everybody whose application it is: who put it in, and who has claimed it since. */
export async function tellApplicants(
  tx: SqlTransaction,
  { ownerId, claimedBy }: { readonly ownerId: string; readonly claimedBy: string | null },
  change: Omit<Parameters<typeof insertChange>[1], 'audience' | 'isOwnDoing'>,
  /** Who of them has done it; null where it was the office. */
  doneBy: string | null = null,
): Promise<void> {
  for (const audience of claimedBy === null ? [ownerId] : [ownerId, claimedBy])
    await insertChange(tx, { ...change, audience, ...(audience === doneBy ? { isOwnDoing: true } : {}) });
}

async function readEpoch(database: SqlDatabase): Promise<string> {
  const [row] = await database.all('SELECT epoch FROM feed');
  if (row === undefined) throw new Error('The feed has no epoch');
  return text(row, 'epoch');
}

/** A cursor from a later state than the database's: it was restored from a backup since. */
async function isPastTheEnd(database: SqlDatabase, position: FeedPosition): Promise<boolean> {
  const [row] = await database.all(database.dialect.feedEnd);
  if (row === undefined) return false;
  const end = positionOf(row);
  const [tx, endTx] = [BigInt(position.tx), BigInt(end.tx)];
  return tx > endTx || (tx === endTx && position.seq > end.seq);
}

function positionOf(row: SqlRow): FeedPosition {
  return { tx: text(row, 'tx'), seq: integer(row, 'seq') };
}
