import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { Connection } from './connection.ts';
import { meta } from './meta.ts';
import { isOutboxRow } from './row-guards.ts';
import { isVisibleTo } from './rows.ts';

/**
 * What the office told of an application when it was asked, beside where it stands. An older version never replaces a
 * newer one, and of what is not this person's nothing is kept.
 */
export async function keepTimeline(connection: Connection, told: TrackedApplication): Promise<void> {
  await connection.write('relaxed', ['outbox', 'tracked', 'meta'], async (db) => {
    const row: unknown = await db.outbox.get(told.applicationId);
    if (!isOutboxRow(row) || !isVisibleTo(row.ownerKey, await meta.accountId(db))) return;
    const before = await db.tracked.get(told.applicationId);
    if (before === undefined || before.version < told.version) await db.tracked.put(told);
    // What was given back came with its answers, if they may lie here.
    else if (before.version === told.version)
      await db.tracked.put({ ...before, ...told, ...(before.repair === undefined ? {} : { repair: before.repair }) });
  });
}
