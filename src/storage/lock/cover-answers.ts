import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { answersPlace, type SealToLock } from '#domain/lock/inbox.ts';
import type { Connection } from '../connection.ts';
import type { AjukanDatabase } from '../database.ts';
import { quietly } from '../quietly.ts';
import { isOutboxRow } from '../row-guards.ts';
import { sealingLock } from './sealing-lock.ts';

/** What the office told, with answers sealed where the account has a lock. */
export interface Covered {
  readonly tracked: readonly TrackedApplication[];
  /** The lock that was looked at. */
  readonly lockId: string | undefined;
}

/**
 * Answers that came back go under the lock at once, whether somebody has unlocked or not. Before the transaction that
 * keeps them: cryptography can't be waited for inside. Never rejects: what can't be sealed comes as it was.
 */
export async function coverAnswers(
  connection: Connection,
  sealToLock: SealToLock,
  accountId: string,
  tracked: readonly TrackedApplication[],
): Promise<Covered> {
  if (!tracked.some(({ repair }) => repair?.answers !== undefined)) return { tracked, lockId: undefined };
  const lock = await quietly(connection, null, (db) => sealingLock(db, accountId));
  if (lock === null || lock.publicKey === null) return { tracked, lockId: lock?.lockId };
  const { lockId, publicKey } = lock;
  const covered = tracked.map(async (one): Promise<TrackedApplication> => {
    if (one.repair?.answers === undefined) return one;
    const { answers, ...repair } = one.repair;
    const place = answersPlace({ lockId, owner: accountId }, one.applicationId);
    const locked = await sealToLock(publicKey, place, JSON.stringify(answers)).catch(() => null);
    return locked === null ? one : { ...one, repair: { ...repair, locked } };
  });
  return { tracked: await Promise.all(covered), lockId };
}

/**
 * As they may lie there, inside the transaction that keeps them: never readable beside a lock, and of what a field
 * officer has sealed for somebody else not at all without one.
 */
export async function asMayLie(
  db: AjukanDatabase,
  accountId: string,
  { tracked, lockId }: Covered,
): Promise<readonly TrackedApplication[]> {
  if (tracked.every(({ repair }) => repair === undefined)) return tracked;
  const lock = await sealingLock(db, accountId);
  const rows: readonly unknown[] = await db.outbox.bulkGet(tracked.map(({ applicationId }) => applicationId));
  return tracked.map((one, index) => {
    if (one.repair === undefined) return one;
    const row = rows[index];
    const { answers, locked, ...repair } = one.repair;
    const isOpen = lock === null && answers !== undefined && !(isOutboxRow(row) && isSealedForOther(row.entry));
    const isUnder = locked !== undefined && lock?.lockId === lockId;
    return { ...one, repair: { ...repair, ...(isOpen ? { answers } : {}), ...(isUnder ? { locked } : {}) } };
  });
}

/** Sealed at Kirim by who keeps other people's papers: it does not come back readable. */
export function isSealedForOther(entry: { readonly sealed?: unknown; readonly residentId?: string }): boolean {
  return entry.sealed !== undefined && entry.residentId !== undefined;
}
