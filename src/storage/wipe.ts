import { carriedOwner } from '#domain/application/carried.ts';
import { rangesOf, type NumberRange } from '#domain/device/number-ranges.ts';
import type { DeviceOrder } from '#domain/device/device-order.ts';
import { isRecord } from '#lib/is-record.ts';
import { ballastId } from './ballast.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { changeCare, obeyed, readCare, type OwedReceipt } from './device-care.ts';
import { personalKeys } from './erase-mine.ts';
import { meta } from './meta.ts';
import { findOwned, ownedTables, type OwnedKeys } from './owned-rows.ts';
import { isOutboxRow } from './row-guards.ts';
import { ticketKey } from './tickets.ts';
import type { Tripwire } from './tripwire.ts';
import { addVoids, numbersOf } from './voids.ts';

/** What an order has taken from this phone, as the office is told of it. */
export interface WipeFacts {
  readonly deleted: {
    readonly drafts: number;
    readonly applications: number;
    readonly papers: number;
    readonly keptPapers: number;
    readonly folders: number;
    readonly sharedFiles: number;
    readonly others: number;
  };
  /** Sealed ones that wait to be sent. */
  readonly keptSealed: number;
  /** Of deleted ones that the office never had. */
  readonly neverSent: readonly NumberRange[];
}

/** Of `meta`: what is about the phone and not about anybody on it. Whatever else is there goes, keys of a lock among it. */
const ofThePhone = new Set([
  'schema',
  'device',
  'lease',
  'days',
  'receipt-keys',
  'sealing',
  'voids',
  'counted',
  'device-care',
]);

/**
 * Deletes what the order is about in one strict transaction: one person's and nobody's, or everybody's. Sealed ones that
 * wait stay where the order says so: nobody here can read them, and they can still be sent. The phone's number and
 * count stay, so that the office sees no gap, and no later start takes this for a loss.
 * @param receiptOf what the office is owed, by what was deleted
 * What is nobody's goes only with somebody who has used this phone: its number is told to others by what they carry.
 * @returns null when the store can't be written, the order was obeyed before, or who gave it has never been here
 */
export async function wipePhone(
  connection: Connection,
  tripwire: Tripwire,
  order: DeviceOrder,
  receiptOf: (facts: WipeFacts) => OwedReceipt,
): Promise<WipeFacts | null> {
  const written = await connection.write('strict', [...ownedTables, 'meta'], async (db) => {
    const care = await readCare(db);
    if (care.done.includes(order.id)) return null;
    const isHere = order.accountId === null || care.reportedFor === order.accountId;
    if (!isHere && !(await hasTraces(db, order.accountId))) {
      await changeCare(db, (row) => obeyed(row, receiptOf(nothing), null));
      return null;
    }
    const owned = order.accountId === null ? await everything(db) : await findOwned(db, order.accountId);
    const kept = await keptSealed(db, order, owned.outbox);
    const gone = without(owned, kept);
    const unsent = await unsentOf(db, gone.outbox);
    const neverSent = await numbersOf(db, unsent);
    await addVoids(db, neverSent, 'wiped');
    for (const name of ownedTables) await db.table<unknown, string>(name).bulkDelete([...gone[name]]);
    await dropMeta(db, order.accountId, kept.applications);
    const facts = factsOf(gone, kept.applications.length, rangesOf(neverSent));
    const { by, orderedAtMs } = order;
    const { drafts, applications } = facts.deleted;
    const told = { kind: 'wiped', by, orderedAtMs, drafts, applications, neverSent: unsent.length } as const;
    await changeCare(db, (row) => obeyed(row, receiptOf(facts), { ...told, keptSealed: facts.keptSealed }));
    await meta.raiseFence(db);
    await meta.raiseEpoch(db);
    return facts;
  });
  if (!written.done) return null;
  tripwire.note();
  await tripwire.settled();
  return written.value;
}

async function hasTraces(db: AjukanDatabase, accountId: string | null): Promise<boolean> {
  if (accountId === null || (await meta.accountId(db)) === accountId) return true;
  const keys = personalKeys(accountId).filter((key) => !personalKeys(null).includes(key));
  if ((await db.meta.where('key').anyOf(keys).count()) > 0) return true;
  const isTheirs = (row: unknown): boolean => isRecord(row) && row['ownerKey'] === accountId;
  for (const name of ['drafts', 'outbox', 'wallet', 'sharedFiles', 'residents'] as const)
    if ((await db.table<unknown, string>(name).filter(isTheirs).count()) > 0) return true;
  return false;
}

async function everything(db: AjukanDatabase): Promise<OwnedKeys> {
  const keys = async (name: (typeof ownedTables)[number]) =>
    db.table<unknown, string>(name).toCollection().primaryKeys();
  return {
    drafts: await keys('drafts'),
    outbox: await keys('outbox'),
    wallet: await keys('wallet'),
    sharedFiles: await keys('sharedFiles'),
    residents: await keys('residents'),
    documents: await keys('documents'),
    payloads: (await keys('payloads')).filter((id) => id !== ballastId),
    tracked: await keys('tracked'),
    quarantine: await keys('quarantine'),
  };
}

interface Kept {
  readonly applications: readonly string[];
  readonly payloads: ReadonlySet<string>;
}

async function keptSealed(db: AjukanDatabase, { unsent }: DeviceOrder, ids: readonly string[]): Promise<Kept> {
  if (unsent === 'delete') return { applications: [], payloads: new Set() };
  const rows: readonly unknown[] = await db.outbox.bulkGet([...ids]);
  const entries = rows
    .filter(isOutboxRow)
    .map(({ entry }) => entry)
    .filter(({ sealed, delivery }) => sealed !== undefined && delivery.state !== 'delivered');
  const applications = entries.map(({ applicationId }) => applicationId);
  return {
    applications,
    payloads: new Set([...applications, ...entries.flatMap((one) => one.documents.map(({ id }) => id))]),
  };
}

function without(owned: OwnedKeys, { applications, payloads }: Kept): OwnedKeys {
  const stays = new Set(applications);
  return {
    ...owned,
    outbox: owned.outbox.filter((id) => !stays.has(id)),
    payloads: owned.payloads.filter((id) => !payloads.has(id)),
  };
}

/** Also of a broken row: what it was can't be told. */
async function unsentOf(db: AjukanDatabase, ids: readonly string[]): Promise<readonly string[]> {
  const rows: readonly unknown[] = await db.outbox.bulkGet([...ids]);
  return ids.filter((_, index) => {
    const row = rows[index];
    return !isOutboxRow(row) || row.state !== 'delivered';
  });
}

/** @param kept sealed ones; what this phone carries for others can be sent by its own ticket only, which stays with it */
async function dropMeta(db: AjukanDatabase, accountId: string | null, kept: readonly string[]): Promise<void> {
  if (accountId !== null) {
    const isTheirs = (await meta.accountId(db)) === accountId;
    await db.meta.bulkDelete(personalKeys(accountId).filter((key) => isTheirs || key !== 'account'));
    return;
  }
  const keys = await db.meta.toCollection().primaryKeys();
  const carried = kept.map((id) => ticketKey(carriedOwner(id)));
  await db.meta.bulkDelete(keys.filter((key) => !ofThePhone.has(key) && !carried.includes(key)));
}

const nothing: WipeFacts = {
  deleted: { drafts: 0, applications: 0, papers: 0, keptPapers: 0, folders: 0, sharedFiles: 0, others: 0 },
  keptSealed: 0,
  neverSent: [],
};

function factsOf(gone: OwnedKeys, kept: number, neverSent: readonly NumberRange[]): WipeFacts {
  return {
    deleted: {
      drafts: gone.drafts.length,
      applications: gone.outbox.length,
      papers: gone.documents.length,
      keptPapers: gone.wallet.length,
      folders: gone.residents.length,
      sharedFiles: gone.sharedFiles.length,
      others: gone.quarantine.length,
    },
    keptSealed: kept,
    neverSent,
  };
}
