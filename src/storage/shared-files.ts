import type { SharedFile } from '#domain/document/shared-file.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import { liveFrom } from './live.ts';
import { quietly } from './quietly.ts';
import { storedFrom, type Stored } from './stored.ts';
import { isSharedFileRow } from './wallet-rows.ts';

/** What other apps have shared and nobody has placed yet. It belongs to nobody: it is seen whoever is signed in. */
export function createSharedFiles(connection: Connection) {
  return {
    /** Oldest first. */
    live: (): LiveQuery<readonly SharedFile[]> =>
      liveFrom(connection, async (db) => {
        const rows: readonly unknown[] = await db.sharedFiles.orderBy('sharedAtMs').toArray();
        return rows.filter(isSharedFileRow).map(({ bytes, ...file }) => ({ ...file, sizeBytes: bytes.byteLength }));
      }),
    /** Undefined when it is gone or can't be read. */
    read: (id: string): Promise<File | undefined> =>
      quietly(connection, undefined, async (db) => {
        const row: unknown = await db.sharedFiles.get(id);
        return isSharedFileRow(row) ? new File([row.bytes], row.name, { type: row.mediaType }) : undefined;
      }),
    remove: async (id: string): Promise<Stored> =>
      storedFrom(
        await connection.write('strict', ['sharedFiles'], async (db) => {
          await db.sharedFiles.delete(id);
          return 'stored' as const;
        }),
      ),
  };
}
