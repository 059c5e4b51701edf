/**
 * Every row of an account under its lock, or out of it: one row after the other, each in a transaction of its own, so
 * that an end at any moment leaves every row whole in one of the two forms. Called again it goes on.
 */
import { Dexie } from 'dexie';
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import type { GivenFile } from '#domain/application/given-result.ts';
import type { ToRepair } from '#domain/application/repair.ts';
import type { LockRow } from '#domain/lock/lock-row.ts';
import type { WithBytes } from '#domain/lock/locked-rows.ts';
import type { Resident } from '#domain/resident/resident.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { Connection, Written } from '../connection.ts';
import type { AjukanDatabase, TableName } from '../database.ts';
import { readVerified, type Digest } from '../payloads.ts';
import { isResidentRow, residentRow } from '../resident-rows.ts';
import { isDraftRow } from '../draft-row-guard.ts';
import { isAttachedDocument } from '../row-guards.ts';
import { draftRow, type PayloadRow } from '../rows.ts';
import { isAsSeen } from '../submission.ts';
import { isWalletRow, walletRow } from '../wallet-rows.ts';
import { isLockAsIs } from './lock-store.ts';
import { turnAnswers } from './turn-answers.ts';
import { turnResults } from './turn-results.ts';

/** Each gives the row in its other form; undefined where it can't be turned. Rows that are turned already are not asked about. */
export interface RowTurner {
  readonly isTurned: (row: { readonly locked?: ArrayBuffer | true | undefined }) => boolean;
  readonly isDraftTurned: (draft: Draft) => boolean;
  readonly draft: (draft: Draft) => Promise<Draft | undefined>;
  readonly document: (paper: WithBytes<AttachedDocument>) => Promise<WithBytes<AttachedDocument> | undefined>;
  readonly resident: (resident: Resident) => Promise<Resident | undefined>;
  readonly walletPaper: (paper: WithBytes<WalletPaper>) => Promise<WithBytes<WalletPaper> | undefined>;
  /** What an office has given; undefined where the bytes are not what it gave. */
  readonly result: (file: GivenFile, bytes: ArrayBuffer) => Promise<Pick<PayloadRow, 'bytes' | 'locked'> | undefined>;
  /** What came back to be repaired, without its answers where they can't be turned; itself where there is nothing to turn. */
  readonly repair: (applicationId: string, repair: ToRepair) => Promise<ToRepair>;
  /** Papers that can't be turned are deleted, at the person's word. */
  readonly dropsDamaged?: boolean;
}

/** 'turned' also for what is gone, or no row that this release knows; 'damaged': no key turns it. */
export type Turned = 'turned' | 'left' | 'damaged';

/** Writes while the lock is as it was when this began: nothing is sealed under one that is being taken away. */
type WriteUnder = (
  tables: readonly TableName[],
  work: (db: AjukanDatabase) => Promise<boolean>,
) => Promise<Written<boolean>>;

export interface Hands {
  readonly connection: Connection;
  readonly digest: Digest;
  readonly turner: RowTurner;
  readonly write: WriteUnder;
}

/** How many are not turned, and how many of these are damaged. Rejects when the store gives no answer. */
export async function turnRows(
  connection: Connection,
  digest: Digest,
  lock: Pick<LockRow, 'lockId' | 'owner' | 'state'>,
  turner: RowTurner,
): Promise<{ readonly left: number; readonly damaged: number }> {
  const { owner } = lock;
  const write: WriteUnder = (tables, work) =>
    connection.write('strict', [...tables, 'meta'], async (db) => (await isLockAsIs(db, lock)) && (await work(db)));
  const hands = { connection, digest, turner, write };
  const all: Turned[] = [];
  const draftIds = await connection.read((db) =>
    db.drafts.where('[ownerKey+updatedAtMs]').between([owner, Dexie.minKey], [owner, Dexie.maxKey]).primaryKeys(),
  );
  for (const id of draftIds) {
    const papers = await connection.read((db) => db.documents.where('applicationId').equals(id).primaryKeys());
    for (const paperId of papers) all.push(await turnDocument(hands, paperId));
    all.push(await turnDraft(hands, id));
  }
  const kept = await connection.read((db) =>
    db.wallet.where('[ownerKey+kind]').between([owner, Dexie.minKey], [owner, Dexie.maxKey]).primaryKeys(),
  );
  for (const id of kept) all.push(await turnWalletPaper(hands, id));
  const folders = await connection.read((db) => db.residents.where('ownerKey').equals(owner).primaryKeys());
  for (const id of folders) all.push(await turnResident(hands, id));
  all.push(...(await turnResults(hands, owner)));
  all.push(...(await turnAnswers(hands, owner)));
  return {
    left: all.filter((one) => one !== 'turned').length,
    damaged: all.filter((one) => one === 'damaged').length,
  };
}

async function turnResident({ connection, turner, write }: Hands, id: string): Promise<Turned> {
  const seen: unknown = await connection.read((db) => db.residents.get(id));
  if (!isResidentRow(seen) || turner.isTurned(seen.resident)) return 'turned';
  const turned = await turner.resident(seen.resident);
  if (turned === undefined) return 'damaged';
  const written = await write(['residents'], async (db) => {
    const row: unknown = await db.residents.get(id);
    if (!isResidentRow(row)) return true;
    if (row.resident.changedAtMs !== seen.resident.changedAtMs) return turner.isTurned(row.resident);
    await db.residents.put(residentRow(turned, row.hiddenAtMs));
    return true;
  });
  return endOf(written);
}

async function turnDraft({ connection, turner, write }: Hands, id: string): Promise<Turned> {
  const seen: unknown = await connection.read((db) => db.drafts.get(id));
  if (!isDraftRow(seen) || turner.isDraftTurned(seen.draft)) return 'turned';
  const turned = await turner.draft(seen.draft);
  if (turned === undefined) return 'damaged';
  const written = await write(['drafts'], async (db) => {
    const row = await db.drafts.get(id);
    if (row === undefined) return true;
    // Saved meanwhile: by now it may be turned already.
    if (!isAsSeen(row, seen.draft)) return turner.isDraftTurned(row.draft);
    await db.drafts.put(draftRow(turned, row.hiddenAtMs));
    return true;
  });
  return endOf(written);
}

function endOf(written: Written<boolean>): Turned {
  return written.done && written.value ? 'turned' : 'left';
}

/** Nobody can open it: it goes where the person has said so, and stays otherwise. */
async function giveUp({ turner, write }: Hands, table: 'documents' | 'wallet', id: string): Promise<Turned> {
  if (turner.dropsDamaged !== true) return 'damaged';
  return endOf(
    await write([table, 'payloads'], async (db) => {
      await db[table].delete(id);
      await db.payloads.delete(id);
      return true;
    }),
  );
}

async function turnDocument(hands: Hands, id: string): Promise<Turned> {
  const { connection, digest, turner, write } = hands;
  const paper: unknown = await connection.read((db) => db.documents.get(id));
  if (!isAttachedDocument(paper) || turner.isTurned(paper)) return 'turned';
  const read = await readVerified(connection, digest, id, paper);
  if (read.kind === 'damaged') return giveUp(hands, 'documents', id);
  if (read.kind !== 'ok') return 'left';
  const turned = await turner.document({ paper, bytes: read.bytes });
  if (turned === undefined) return giveUp(hands, 'documents', id);
  const written = await write(['drafts', 'documents', 'payloads'], async (db) => {
    const row = await db.documents.get(id);
    // Sent off meanwhile, it is no draft's any more.
    if (row === undefined || (await db.drafts.get(row.applicationId)) === undefined) return true;
    if (row.sha256 !== paper.sha256) return false;
    const { doubts: _doubts, ...rest } = turned.paper;
    await db.documents.put({ ...rest, ...(row.doubts === undefined ? {} : { doubts: row.doubts }) });
    await db.payloads.put({ id, bytes: turned.bytes });
    return true;
  });
  if (!written.done || !written.value) return 'left';
  if (!(await isDamaged(connection, digest, turned.paper))) return 'turned';
  await write(['documents', 'payloads'], async (db) => {
    const row = await db.documents.get(id);
    if (row?.sha256 !== turned.paper.sha256) return true;
    await db.documents.put(paper);
    await db.payloads.put({ id, bytes: read.bytes });
    return true;
  });
  return 'left';
}

/** Whether what was written can't be read back, whatever the browser said (F15): then what was there comes back. */
async function isDamaged(
  connection: Connection,
  digest: Digest,
  paper: Pick<AttachedDocument, 'id' | 'sizeBytes' | 'sha256'>,
): Promise<boolean> {
  return (await readVerified(connection, digest, paper.id, paper)).kind === 'damaged';
}

async function turnWalletPaper(hands: Hands, id: string): Promise<Turned> {
  const { connection, digest, turner, write } = hands;
  const seen: unknown = await connection.read((db) => db.wallet.get(id));
  if (!isWalletRow(seen) || turner.isTurned(seen.paper)) return 'turned';
  const read = await readVerified(connection, digest, id, seen.paper);
  if (read.kind === 'damaged') return giveUp(hands, 'wallet', id);
  if (read.kind !== 'ok') return 'left';
  const turned = await turner.walletPaper({ paper: seen.paper, bytes: read.bytes });
  if (turned === undefined) return giveUp(hands, 'wallet', id);
  const written = await write(['wallet', 'payloads'], async (db) => {
    const row: unknown = await db.wallet.get(id);
    if (!isWalletRow(row)) return true;
    // Described anew meanwhile: the words that were read are old ones.
    if (JSON.stringify(row.paper) !== JSON.stringify(seen.paper)) return false;
    await db.wallet.put(walletRow(turned.paper, row.hiddenAtMs));
    await db.payloads.put({ id, bytes: turned.bytes });
    return true;
  });
  if (!written.done || !written.value) return 'left';
  if (!(await isDamaged(connection, digest, turned.paper))) return 'turned';
  await write(['wallet', 'payloads'], async (db) => {
    const row: unknown = await db.wallet.get(id);
    if (!isWalletRow(row) || row.paper.sha256 !== turned.paper.sha256) return true;
    await db.wallet.put(walletRow(seen.paper, row.hiddenAtMs));
    await db.payloads.put({ id, bytes: read.bytes });
    return true;
  });
  return 'left';
}
