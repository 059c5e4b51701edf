/**
 * Every row of an account under its lock, or out of it: one row after the other, each in a transaction of its own, so
 * that an end at any moment leaves every row whole in one of the two forms. Called again it goes on.
 */
import { Dexie } from 'dexie';
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
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
import { draftRow } from '../rows.ts';
import { isAsSeen } from '../submission.ts';
import { isWalletRow, walletRow } from '../wallet-rows.ts';
import { isLockAsIs } from './lock-store.ts';

/** Each gives the row in its other form; undefined where it can't be turned. Rows that are turned already are not asked about. */
export interface RowTurner {
  readonly isTurned: (row: { readonly locked?: ArrayBuffer | undefined }) => boolean;
  readonly isDraftTurned: (draft: Draft) => boolean;
  readonly draft: (draft: Draft) => Promise<Draft | undefined>;
  readonly document: (paper: WithBytes<AttachedDocument>) => Promise<WithBytes<AttachedDocument> | undefined>;
  readonly resident: (resident: Resident) => Promise<Resident | undefined>;
  readonly walletPaper: (paper: WithBytes<WalletPaper>) => Promise<WithBytes<WalletPaper> | undefined>;
}

/** Writes while the lock is as it was when this began: nothing is sealed under one that is being taken away. */
type WriteUnder = (
  tables: readonly TableName[],
  work: (db: AjukanDatabase) => Promise<boolean>,
) => Promise<Written<boolean>>;

interface Hands {
  readonly connection: Connection;
  readonly digest: Digest;
  readonly turner: RowTurner;
  readonly write: WriteUnder;
}

/** How many are not turned; 0 when all of it is done. Rejects when the store gives no answer. */
export async function turnRows(
  connection: Connection,
  digest: Digest,
  lock: Pick<LockRow, 'lockId' | 'owner' | 'state'>,
  turner: RowTurner,
): Promise<number> {
  const { owner } = lock;
  const write: WriteUnder = (tables, work) =>
    connection.write('strict', [...tables, 'meta'], async (db) => (await isLockAsIs(db, lock)) && (await work(db)));
  const hands = { connection, digest, turner, write };
  let left = 0;
  const draftIds = await connection.read((db) =>
    db.drafts.where('[ownerKey+updatedAtMs]').between([owner, Dexie.minKey], [owner, Dexie.maxKey]).primaryKeys(),
  );
  for (const id of draftIds) {
    const papers = await connection.read((db) => db.documents.where('applicationId').equals(id).primaryKeys());
    for (const paperId of papers) if (!(await turnDocument(hands, paperId))) left += 1;
    if (!(await turnDraft(hands, id))) left += 1;
  }
  const kept = await connection.read((db) =>
    db.wallet.where('[ownerKey+kind]').between([owner, Dexie.minKey], [owner, Dexie.maxKey]).primaryKeys(),
  );
  for (const id of kept) if (!(await turnWalletPaper(hands, id))) left += 1;
  const folders = await connection.read((db) => db.residents.where('ownerKey').equals(owner).primaryKeys());
  for (const id of folders) if (!(await turnResident(hands, id))) left += 1;
  return left;
}

async function turnResident({ connection, turner, write }: Hands, id: string): Promise<boolean> {
  const seen: unknown = await connection.read((db) => db.residents.get(id));
  if (!isResidentRow(seen) || turner.isTurned(seen.resident)) return true;
  const turned = await turner.resident(seen.resident);
  if (turned === undefined) return false;
  const written = await write(['residents'], async (db) => {
    const row: unknown = await db.residents.get(id);
    if (!isResidentRow(row)) return true;
    if (row.resident.changedAtMs !== seen.resident.changedAtMs) return turner.isTurned(row.resident);
    await db.residents.put(residentRow(turned, row.hiddenAtMs));
    return true;
  });
  return written.done && written.value;
}

/** True when it is turned, gone, or no row that this release knows. */
async function turnDraft({ connection, turner, write }: Hands, id: string): Promise<boolean> {
  const seen: unknown = await connection.read((db) => db.drafts.get(id));
  if (!isDraftRow(seen) || turner.isDraftTurned(seen.draft)) return true;
  const turned = await turner.draft(seen.draft);
  if (turned === undefined) return false;
  const written = await write(['drafts'], async (db) => {
    const row = await db.drafts.get(id);
    if (row === undefined) return true;
    // Saved meanwhile: by now it may be turned already.
    if (!isAsSeen(row, seen.draft)) return turner.isDraftTurned(row.draft);
    await db.drafts.put(draftRow(turned, row.hiddenAtMs));
    return true;
  });
  return written.done && written.value;
}

async function turnDocument({ connection, digest, turner, write }: Hands, id: string): Promise<boolean> {
  const paper: unknown = await connection.read((db) => db.documents.get(id));
  if (!isAttachedDocument(paper) || turner.isTurned(paper)) return true;
  const read = await readVerified(connection, digest, id, paper);
  if (read.kind !== 'ok') return false;
  const turned = await turner.document({ paper, bytes: read.bytes });
  if (turned === undefined) return false;
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
  if (!written.done || !written.value) return false;
  if (!(await isDamaged(connection, digest, turned.paper))) return true;
  await write(['documents', 'payloads'], async (db) => {
    const row = await db.documents.get(id);
    if (row?.sha256 !== turned.paper.sha256) return true;
    await db.documents.put(paper);
    await db.payloads.put({ id, bytes: read.bytes });
    return true;
  });
  return false;
}

/** Whether what was written can't be read back, whatever the browser said (F15): then what was there comes back. */
async function isDamaged(
  connection: Connection,
  digest: Digest,
  paper: Pick<AttachedDocument, 'id' | 'sizeBytes' | 'sha256'>,
): Promise<boolean> {
  return (await readVerified(connection, digest, paper.id, paper)).kind === 'damaged';
}

async function turnWalletPaper({ connection, digest, turner, write }: Hands, id: string): Promise<boolean> {
  const seen: unknown = await connection.read((db) => db.wallet.get(id));
  if (!isWalletRow(seen) || turner.isTurned(seen.paper)) return true;
  const read = await readVerified(connection, digest, id, seen.paper);
  if (read.kind !== 'ok') return false;
  const turned = await turner.walletPaper({ paper: seen.paper, bytes: read.bytes });
  if (turned === undefined) return false;
  const written = await write(['wallet', 'payloads'], async (db) => {
    const row: unknown = await db.wallet.get(id);
    if (!isWalletRow(row)) return true;
    // Described anew meanwhile: the words that were read are old ones.
    if (JSON.stringify(row.paper) !== JSON.stringify(seen.paper)) return false;
    await db.wallet.put(walletRow(turned.paper, row.hiddenAtMs));
    await db.payloads.put({ id, bytes: turned.bytes });
    return true;
  });
  if (!written.done || !written.value) return false;
  if (!(await isDamaged(connection, digest, turned.paper))) return true;
  await write(['wallet', 'payloads'], async (db) => {
    const row: unknown = await db.wallet.get(id);
    if (!isWalletRow(row) || row.paper.sha256 !== turned.paper.sha256) return true;
    await db.wallet.put(walletRow(seen.paper, row.hiddenAtMs));
    await db.payloads.put({ id, bytes: read.bytes });
    return true;
  });
  return false;
}
