import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { meta } from './meta.ts';
import { asMayLie, coverAnswers } from './lock/cover-answers.ts';
import { quietly } from './quietly.ts';
import { isOutboxRow } from './row-guards.ts';
import { isVisibleTo } from './rows.ts';
import type { VaultInside } from './vault.ts';

/**
 * What the office told of an application when it was asked, beside where it stands. An older version never replaces a
 * newer one, and of what is not this person's nothing is kept.
 */
export async function keepTimeline({ connection, parts }: VaultInside, told: TrackedApplication): Promise<void> {
  const asked = await quietly(connection, null, meta.accountId);
  if (asked === null) return;
  const covered = await coverAnswers(connection, parts.sealToLock, asked, [told]);
  await connection.write('relaxed', ['outbox', 'tracked', 'payloads', 'meta'], async (db) => {
    const row: unknown = await db.outbox.get(told.applicationId);
    const accountId = await meta.accountId(db);
    if (accountId !== asked || !isOutboxRow(row) || !isVisibleTo(row.ownerKey, accountId)) return;
    const before = await db.tracked.get(told.applicationId);
    if (before !== undefined && before.version > told.version) return;
    // What the office has taken back: nothing would name its bytes any more.
    const named = new Set(told.timeline?.results?.map(({ id }) => id));
    const over = (before?.timeline?.results ?? []).map(({ id }) => id).filter((id) => !named.has(id));
    if (told.timeline !== undefined && over.length > 0) await db.payloads.bulkDelete(over);
    const [kept = told] = await asMayLie(db, accountId, covered);
    if (before === undefined || before.version < kept.version) await db.tracked.put(kept);
    else await db.tracked.put({ ...before, ...kept });
  });
}
