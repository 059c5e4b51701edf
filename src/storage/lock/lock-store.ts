import { mayTry, untried, type MayTry } from '#domain/lock/attempts.ts';
import { isLockRow, type LockRow, type Wrap } from '#domain/lock/lock-row.ts';
import type { Connection } from '../connection.ts';
import type { AjukanDatabase } from '../database.ts';
import { meta } from '../meta.ts';
import { resultIdsOf } from '../result-files.ts';
import { storedFrom, type Stored } from '../stored.ts';
import { lockKey } from './lock-key.ts';

/** The lock of whoever is signed in. */
export function createLockStore(connection: Connection) {
  return {
    /** Rejects when the store gives no answer: then nobody knows whether there is a lock. */
    read: (): Promise<{
      readonly accountId: string | null;
      readonly roles: readonly string[];
      readonly row: LockRow | null;
    }> =>
      connection.read(async (db) => {
        const account = await meta.account(db);
        if (account === undefined) return { accountId: null, roles: [], row: null };
        const { accountId, roles = [] } = account;
        return { accountId, roles, row: await find(db, accountId) };
      }),

    /**
     * Strict. 'gone': another lock or other ways in are there, or somebody else is signed in by now.
     * @param seen the ways in that the row was made of
     */
    async write(row: LockRow, seen: readonly Wrap[] = row.wraps): Promise<Stored> {
      return storedFrom(
        await connection.write('strict', ['meta'], async (db) => {
          if ((await meta.accountId(db)) !== row.owner) return 'gone';
          const there = await find(db, row.owner);
          if (there !== null && there.lockId !== row.lockId) return 'gone';
          // Read before another tab began to take it away: it does not come back.
          if (there?.state === 'removing' && row.state === 'on') return 'gone';
          // Another tab has changed the PIN meanwhile: the office has the share of the one before no more.
          if (there !== null && waysOf(there.wraps) !== waysOf(seen)) return 'gone';
          await db.meta.put({ key: lockKey(row.owner), value: row });
          return 'stored';
        }),
      );
    },

    /** The tries are forgotten; the rest is as it lies there by now. Null when this lock is gone, or nothing can be written. */
    async forgive({ owner, lockId }: LockRow): Promise<LockRow | null> {
      const written = await connection.write('strict', ['meta'], async (db) => {
        const there = await find(db, owner);
        if (there?.lockId !== lockId) return null;
        const row = { ...there, attempts: untried };
        await db.meta.put({ key: lockKey(owner), value: row });
        return row;
      });
      return written.done ? written.value : null;
    },

    /** Strict: what the try costs is on the disk when this resolves. Null when it can't be, or there is no lock. */
    async beginTry(owner: string, nowMs: number): Promise<MayTry | null> {
      const written = await connection.write('strict', ['meta'], async (db) => {
        const row = await find(db, owner);
        if (row === null) return null;
        const verdict = mayTry(row.attempts, nowMs);
        const attempts = verdict.kind === 'go' ? verdict.next : verdict.restarted;
        if (attempts !== null) await db.meta.put({ key: lockKey(owner), value: { ...row, attempts } });
        return verdict;
      });
      return written.done ? written.value : null;
    },

    /** Strict. False where something under this lock is left: without its key that would be lost. */
    async remove(row: LockRow): Promise<boolean> {
      const written = await connection.write(
        'strict',
        ['meta', 'drafts', 'documents', 'wallet', 'residents', 'outbox', 'tracked', 'payloads'],
        async (db) => {
          if ((await find(db, row.owner))?.lockId !== row.lockId) return true;
          const drafts = await db.drafts.filter(({ ownerKey }) => ownerKey === row.owner).toArray();
          const kept = await db.wallet.filter(({ ownerKey }) => ownerKey === row.owner).toArray();
          const folders = await db.residents.where('ownerKey').equals(row.owner).toArray();
          const ids = drafts.map(({ id }) => id);
          const papers = await db.documents.where('applicationId').anyOf(ids).toArray();
          const all = [
            ...papers,
            ...drafts.flatMap(({ draft }) => [draft, draft.consent ?? {}]),
            ...kept.map(({ paper }) => paper),
            ...folders.map(({ resident }) => resident),
          ];
          if (all.some((row: { readonly locked?: ArrayBuffer | undefined }) => row.locked !== undefined)) return false;
          const sent = await db.outbox.filter(({ ownerKey }) => ownerKey === row.owner).primaryKeys();
          const cameBack = await db.tracked.bulkGet(sent);
          if (cameBack.some((one) => one?.repair?.locked !== undefined)) return false;
          // One after the other: together they may be more than a small phone holds.
          for (const id of await resultIdsOf(db, sent))
            if ((await db.payloads.get(id))?.locked !== undefined) return false;
          await db.meta.delete(lockKey(row.owner));
          return true;
        },
      );
      return written.done && written.value;
    },
  };
}

/** Inside the caller's transaction. */
export async function isLockAsIs(
  db: AjukanDatabase,
  { owner, lockId, state }: Pick<LockRow, 'owner' | 'lockId' | 'state'>,
): Promise<boolean> {
  const there = await find(db, owner);
  return there?.lockId === lockId && there.state === state;
}

function waysOf(wraps: readonly Wrap[]): string {
  return JSON.stringify(wraps.map(({ salt, share }) => [[...salt], share?.deviceId, share?.shareId]));
}

async function find(db: AjukanDatabase, accountId: string): Promise<LockRow | null> {
  const value = (await db.meta.get(lockKey(accountId)))?.value;
  return isLockRow(value) ? value : null;
}
