import type { Draft } from '#domain/application/draft.ts';
import type { Consent } from '#domain/resident/consent.ts';
import type { Resident, ResidentWords } from '#domain/resident/resident.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { liveFrom } from './live.ts';
import { meta } from './meta.ts';
import { type ShelfItem, trackedIdOf } from './outbox-rows.ts';
import { purgeHiddenResidents } from './purge-residents.ts';
import { quietly } from './quietly.ts';
import { isResidentRow, residentRow } from './resident-rows.ts';
import { isDraftRow } from './draft-row-guard.ts';
import { isOutboxRow } from './row-guards.ts';
import { draftRow, type ResidentRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';
import type { Tripwire } from './tripwire.ts';
import { StoreFailure } from './trouble.ts';
import { isWalletRow } from './wallet-rows.ts';
import { withdrawConsent } from './withdraw-consent.ts';

/** What lies in one resident's folder. */
interface Folder {
  readonly drafts: readonly Draft[];
  readonly items: readonly ShelfItem[];
  readonly papers: readonly WalletPaper[];
}

/** Residents whom the signed-in officer helps. While nobody is signed in there are none. */
export function createResidentStore(connection: Connection, tripwire: Tripwire) {
  async function put(resident: Omit<Resident, 'ownerId'>) {
    const written = await connection.write('strict', ['residents', 'meta'], async (db) => {
      const ownerId = await meta.accountId(db);
      if (ownerId === null) return 'sign-in-needed';
      // Done twice it must not undo what was changed in between.
      if ((await db.residents.get(resident.id)) === undefined) {
        await db.residents.add(residentRow({ ...resident, ownerId }));
      }
      await meta.raiseEpoch(db);
      return 'stored';
    });
    if (written.done) tripwire.note();
    return storedFrom(written);
  }

  return {
    liveResidents: (): LiveQuery<readonly Resident[]> => liveFrom(connection, listResidents),
    liveResident: (residentId: string): LiveQuery<Resident | null> =>
      liveFrom(connection, async (db) => (await visibleRow(db, residentId))?.resident ?? null),
    liveFolder: (residentId: string): LiveQuery<Folder | null> =>
      liveFrom(connection, (db) => readFolder(db, residentId)),
    readResident: (residentId: string): Promise<Resident | undefined> =>
      quietly(connection, undefined, async (db) => (await visibleRow(db, residentId))?.resident),
    addResident: put,

    async changeResident(
      residentId: string,
      words: ResidentWords & Pick<Resident, 'locked'>,
      changedAtMs: number,
    ): Promise<Stored> {
      return storedFrom(
        await connection.write('strict', ['residents', 'meta'], async (db) => {
          const row = await visibleRow(db, residentId);
          if (row === undefined) return 'gone';
          // Who knows of no lock has not seen these words.
          if (row.resident.locked !== undefined && !('locked' in words)) throw new StoreFailure('closed');
          await db.residents.put(residentRow({ ...row.resident, ...words, changedAtMs }));
          return 'stored';
        }),
      );
    },

    async hideResident(residentId: string, hiddenAtMs: number) {
      return storedFrom(
        await connection.write('strict', ['residents', 'drafts', 'outbox', 'meta'], async (db) => {
          const row = await visibleRow(db, residentId);
          if (row === undefined) return 'gone';
          if (await hasUnsent(db, residentId)) return 'unsent';
          await db.residents.put(residentRow(row.resident, hiddenAtMs));
          return 'stored';
        }),
      );
    },

    async unhideResident(residentId: string): Promise<Stored> {
      return storedFrom(
        await connection.write('strict', ['residents', 'meta'], async (db) => {
          const row: unknown = await db.residents.get(residentId);
          if (!isResidentRow(row) || row.ownerKey !== (await meta.accountId(db))) return 'gone';
          await db.residents.put(residentRow(row.resident));
          return 'stored';
        }),
      );
    },

    /** From then on the draft is that resident's. 'gone': it is another's, or not there. */
    async giveConsent(draftId: string, residentId: string, consent: Consent, nowMs: number): Promise<Stored> {
      return storedFrom(
        await connection.write('strict', ['residents', 'drafts', 'meta'], async (db) => {
          const row = await visibleRow(db, residentId);
          const draft: unknown = await db.drafts.get(draftId);
          if (row === undefined || !isDraftRow(draft) || draft.ownerKey !== row.ownerKey) return 'gone';
          if ((draft.residentId ?? residentId) !== residentId) return 'gone';
          await db.drafts.put(draftRow({ ...draft.draft, residentId, consent, updatedAtMs: nowMs }, draft.hiddenAtMs));
          return 'stored';
        }),
      );
    },

    withdrawConsent: (residentId: string, nowMs: number) => withdrawConsent(connection, residentId, nowMs),

    purgeHidden: (beforeMs: number): Promise<void> => purgeHiddenResidents(connection, beforeMs),
  };
}

/** By name, as people look for one in a list. */
async function listResidents(db: AjukanDatabase): Promise<readonly Resident[]> {
  const accountId = await meta.accountId(db);
  if (accountId === null) return [];
  const rows: readonly unknown[] = await db.residents.where('ownerKey').equals(accountId).toArray();
  return rows
    .filter(isResidentRow)
    .filter((row) => row.hiddenAtMs === undefined)
    .map((row) => row.resident)
    .sort((a, b) => a.name.localeCompare(b.name, 'id') || (a.id < b.id ? -1 : 1));
}

async function visibleRow(db: AjukanDatabase, residentId: string): Promise<ResidentRow | undefined> {
  const row: unknown = await db.residents.get(residentId);
  if (!isResidentRow(row) || row.hiddenAtMs !== undefined) return undefined;
  return row.ownerKey === (await meta.accountId(db)) ? row : undefined;
}

/** Newest first in each part; null where the folder is not this account's to open. */
async function readFolder(db: AjukanDatabase, residentId: string): Promise<Folder | null> {
  const row = await visibleRow(db, residentId);
  if (row === undefined) return null;
  const [drafts, outbox, wallet]: readonly (readonly unknown[])[] = await Promise.all([
    db.drafts.where('residentId').equals(residentId).toArray(),
    db.outbox.where('residentId').equals(residentId).toArray(),
    db.wallet.where('residentId').equals(residentId).toArray(),
  ]);
  const isTheirs = (one: { readonly ownerKey: string; readonly hiddenAtMs?: number }): boolean =>
    one.ownerKey === row.ownerKey && one.hiddenAtMs === undefined;
  const entries = (outbox ?? [])
    .filter(isOutboxRow)
    .filter(isTheirs)
    .map(({ entry }) => entry)
    .sort((a, b) => b.sequence - a.sequence);
  const tracked = await db.tracked.bulkGet(entries.map(trackedIdOf));
  return {
    drafts: (drafts ?? [])
      .filter(isDraftRow)
      .filter(isTheirs)
      .map(({ draft }) => draft)
      .sort((a, b) => b.updatedAtMs - a.updatedAtMs),
    items: entries.map((entry, index) => ({ entry, tracked: tracked[index] ?? null })),
    papers: (wallet ?? [])
      .filter(isWalletRow)
      .filter(isTheirs)
      .map(({ paper }) => paper)
      .sort((a, b) => b.takenAtMs - a.takenAtMs || (a.id < b.id ? -1 : 1)),
  };
}

/** A draft that was deleted is no reason to stay; everything else that the office does not have is. */
async function hasUnsent(db: AjukanDatabase, residentId: string): Promise<boolean> {
  const drafts = await db.drafts.where('residentId').equals(residentId).toArray();
  if (drafts.some(({ hiddenAtMs }) => hiddenAtMs === undefined)) return true;
  const entries = await db.outbox.where('residentId').equals(residentId).toArray();
  return entries.some(({ state }) => state !== 'delivered');
}
