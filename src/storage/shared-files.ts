import type { SharedFile } from '#domain/document/shared-file.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { liveFrom } from './live.ts';
import { meta } from './meta.ts';
import { quietly } from './quietly.ts';
import { isVisibleTo, type SharedFileRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';
import { isSharedFileRow } from './wallet-rows.ts';

/** What other apps have shared and nobody has placed yet: the account's own, and what came while nobody was signed in. */
export function createSharedFiles(connection: Connection) {
  return {
    /** Oldest first. */
    live: (): LiveQuery<readonly SharedFile[]> =>
      liveFrom(connection, async (db) => {
        const accountId = await meta.accountId(db);
        const files: SharedFile[] = [];
        // One after the other: together they may be more than a small phone holds.
        await db.sharedFiles.orderBy('sharedAtMs').each((row: unknown) => {
          if (isSharedFileRow(row) && isVisibleTo(row.ownerKey, accountId)) files.push(withoutBytes(row));
        });
        return files;
      }),
    /** Undefined when it is gone or can't be read. */
    read: (id: string): Promise<File | undefined> =>
      quietly(connection, undefined, async (db) => {
        const row = await visibleRow(db, id);
        return row && new File([row.bytes], row.name, { type: row.mediaType });
      }),
    remove: async (id: string): Promise<Stored> =>
      storedFrom(
        await connection.write('strict', ['sharedFiles', 'meta'], async (db) => {
          if ((await visibleRow(db, id)) !== undefined) await db.sharedFiles.delete(id);
          return 'stored' as const;
        }),
      ),
  };
}

async function visibleRow(db: AjukanDatabase, id: string): Promise<SharedFileRow | undefined> {
  const row: unknown = await db.sharedFiles.get(id);
  return isSharedFileRow(row) && isVisibleTo(row.ownerKey, await meta.accountId(db)) ? row : undefined;
}

function withoutBytes({ id, sharedAtMs, name, mediaType, bytes }: SharedFileRow): SharedFile {
  return { id, sharedAtMs, name, mediaType, sizeBytes: bytes.byteLength };
}
