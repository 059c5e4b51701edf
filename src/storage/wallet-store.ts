import { Dexie } from 'dexie';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { liveFrom } from './live.ts';
import { meta } from './meta.ts';
import { readVerified, type Digest } from './payloads.ts';
import { quietly } from './quietly.ts';
import { isVisibleTo, unclaimed, type WalletRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';
import type { Tripwire } from './tripwire.ts';
import { StoreFailure } from './trouble.ts';
import { isWalletRow, walletRow } from './wallet-rows.ts';

type Added = Stored | { readonly kind: 'already-here' };
type NewPaper = Omit<WalletPaper, 'ownerId'>;
/** A paper that goes out of sight as another comes. */
interface Hiding {
  readonly id: string;
  readonly hiddenAtMs: number;
}

/** The papers that a person keeps for applications to come. Their bytes are their own: no application shares them. */
export function createWalletStore(connection: Connection, digest: Digest, tripwire: Tripwire) {
  async function put(paper: NewPaper, bytes: ArrayBuffer, old: Hiding | undefined): Promise<Added> {
    const written = await connection.write('strict', ['meta', 'wallet', 'payloads'], async (db) => {
      const same = (await listPapers(db, paper.residentId)).find(
        ({ kind, sha256 }) => kind === paper.kind && sha256 === paper.sha256,
      );
      // Done twice, because the first answer was lost, it has been added.
      if (same?.id === paper.id) return 'stored';
      if (same !== undefined) return 'already-here';
      if (old !== undefined && !(await hide(db, old.id, old.hiddenAtMs))) return 'gone';
      await db.wallet.put(walletRow({ ...paper, ownerId: await meta.accountId(db) }));
      await db.payloads.put({ id: paper.id, bytes });
      await meta.raiseEpoch(db);
      return 'stored';
    });
    if (!written.done || written.value !== 'stored') return storedFrom(written);
    tripwire.note();
    if ((await readVerified(connection, digest, paper.id, paper)).kind === 'ok') return { kind: 'stored' };
    // What can't be read back was never stored, whatever the browser said (F15); the old one is in its place again.
    await connection.write('strict', ['wallet', 'payloads'], async (db) => {
      await removeKept(db, [paper.id]);
      const row: unknown = old === undefined ? undefined : await db.wallet.get(old.id);
      if (isWalletRow(row)) await db.wallet.put(walletRow(row.paper));
    });
    return { kind: 'failed', reason: 'unknown' };
  }

  return {
    livePapers: (residentId?: string): LiveQuery<readonly WalletPaper[]> =>
      liveFrom(connection, (db) => listPapers(db, residentId)),
    readPapers: (residentId?: string) =>
      quietly<readonly WalletPaper[]>(connection, [], (db) => listPapers(db, residentId)),

    async readPaper(paperId: string) {
      const paper = await quietly(connection, undefined, async (db) => (await visibleRow(db, paperId))?.paper);
      if (paper === undefined) return undefined;
      const read = await readVerified(connection, digest, paperId, paper);
      return read.kind === 'ok' ? { paper, bytes: read.bytes } : undefined;
    },

    addPaper: (paper: NewPaper, bytes: ArrayBuffer): Promise<Added> => put(paper, bytes, undefined),
    replacePaper: (old: Hiding, paper: NewPaper, bytes: ArrayBuffer): Promise<Added> => put(paper, bytes, old),

    async describePaper(paperId: string, words: Pick<WalletPaper, 'whose' | 'validUntil' | 'locked'>): Promise<Stored> {
      return storedFrom(
        await connection.write('strict', ['meta', 'wallet'], async (db) => {
          const row = await visibleRow(db, paperId);
          if (row === undefined) return 'gone';
          // Who knows of no lock has not seen these words.
          if (row.paper.locked !== undefined && words.locked === undefined) throw new StoreFailure('closed');
          await db.wallet.put(walletRow({ ...row.paper, ...words }));
          return 'stored';
        }),
      );
    },

    async setHidden(paperIds: readonly string[], hiddenAtMs: number | null): Promise<Stored> {
      return storedFrom(
        await connection.write('strict', ['meta', 'wallet'], async (db) => {
          const accountId = await meta.accountId(db);
          const rows: readonly unknown[] = await db.wallet.bulkGet([...paperIds]);
          const theirs = rows.filter(isWalletRow).filter((row) => isVisibleTo(row.ownerKey, accountId));
          await db.wallet.bulkPut(theirs.map(({ paper }) => walletRow(paper, hiddenAtMs ?? undefined)));
          return theirs.length === paperIds.length ? 'stored' : 'gone';
        }),
      );
    },

    purgeHidden: (beforeMs: number): Promise<void> => purgeHiddenPapers(connection, beforeMs),
  };
}

/** Of every account: who deleted them does not have to be signed in still. */
export async function purgeHiddenPapers(connection: Connection, beforeMs: number): Promise<void> {
  await connection.write('strict', ['wallet', 'payloads'], async (db) => {
    await removeKept(db, await db.wallet.where('hiddenAtMs').below(beforeMs).primaryKeys());
  });
}

/** Whether it was there to be hidden. */
async function hide(db: AjukanDatabase, id: string, hiddenAtMs: number): Promise<boolean> {
  const row = await visibleRow(db, id);
  if (row !== undefined) await db.wallet.put(walletRow(row.paper, hiddenAtMs));
  return row !== undefined;
}

export async function removeKept(db: AjukanDatabase, ids: readonly string[]): Promise<void> {
  await db.payloads.bulkDelete([...ids]);
  await db.wallet.bulkDelete([...ids]);
}

/** Of one resident, or the person's own: never those of two people. */
async function listPapers(db: AjukanDatabase, residentId?: string): Promise<readonly WalletPaper[]> {
  const accountId = await meta.accountId(db);
  const owners = accountId === null ? [unclaimed] : [unclaimed, accountId];
  const found = await Promise.all(
    owners.map((owner) =>
      db.wallet.where('[ownerKey+kind]').between([owner, Dexie.minKey], [owner, Dexie.maxKey]).toArray(),
    ),
  );
  const rows: readonly unknown[] = found.flat();
  return rows
    .filter(isWalletRow)
    .filter((row) => row.hiddenAtMs === undefined && row.residentId === residentId)
    .map((row) => row.paper)
    .sort((a, b) => b.takenAtMs - a.takenAtMs || (a.id < b.id ? -1 : 1));
}

async function visibleRow(db: AjukanDatabase, paperId: string): Promise<WalletRow | undefined> {
  const row: unknown = await db.wallet.get(paperId);
  if (!isWalletRow(row) || row.hiddenAtMs !== undefined) return undefined;
  return isVisibleTo(row.ownerKey, await meta.accountId(db)) ? row : undefined;
}
