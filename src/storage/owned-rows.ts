import type { Table } from 'dexie';
import { isRecord } from '#lib/is-record.ts';
import { ballastId } from './ballast.ts';
import type { AjukanDatabase } from './database.ts';
import { resultIdsOf } from './result-files.ts';
import { unclaimed } from './rows.ts';

/** Primary keys of rows that one person may ask to be rid of, by table. */
export interface OwnedKeys {
  readonly drafts: readonly string[];
  readonly outbox: readonly string[];
  readonly wallet: readonly string[];
  readonly sharedFiles: readonly string[];
  readonly residents: readonly string[];
  readonly documents: readonly string[];
  readonly payloads: readonly string[];
  readonly tracked: readonly string[];
  readonly quarantine: readonly string[];
}

export const ownedTables = [
  'drafts',
  'outbox',
  'wallet',
  'sharedFiles',
  'residents',
  'documents',
  'payloads',
  'tracked',
  'quarantine',
] as const satisfies readonly (keyof OwnedKeys)[];

/**
 * What is the person's and what is nobody's: everything that is not plainly another account's, so that a row of a
 * broken shape does not stay. Only a broken row that may be another's is left, where others have something here.
 */
export async function findOwned(db: AjukanDatabase, accountId: string | null): Promise<OwnedKeys> {
  const isOthers = (row: unknown): boolean => {
    const owner = isRecord(row) ? row['ownerKey'] : undefined;
    return typeof owner === 'string' && owner !== unclaimed && owner !== accountId;
  };
  const drafts = await split(db.drafts, isOthers);
  const outbox = await split(db.outbox, isOthers);
  const wallet = await split(db.wallet, isOthers);
  const sharedFiles = await split(db.sharedFiles, isOthers);
  const residents = await split(db.residents, isOthers);
  const isAlone = [drafts, outbox, wallet, sharedFiles, residents].every(({ others }) => others.length === 0);

  const kept = new Set([...drafts.others, ...outbox.others]);
  const quarantine = await split(db.quarantine, (row) => mayBeOthers(row, isOthers, accountId, isAlone));
  for (const id of quarantine.others) kept.add(id.slice(id.indexOf('/') + 1));
  const isKept = (row: unknown): boolean => isRecord(row) && kept.has(String(row['applicationId']));
  const documents = await split(db.documents, isKept);
  const tracked = await split(db.tracked, isKept);

  const othersResults = await resultIdsOf(db, tracked.others);
  for (const id of [...documents.others, ...wallet.others, ...othersResults, ballastId]) kept.add(id);
  // The papers of what is sealed have no other row than their entry.
  const othersRows: readonly unknown[] = await db.outbox.bulkGet([...outbox.others]);
  const aside = await db.quarantine.bulkGet(quarantine.others.filter((id) => id.startsWith('outbox/')));
  const named = [...othersRows, ...aside.map((broken) => broken?.row)].map(paperIdsIn);
  for (const id of named.flat()) if (id !== undefined) kept.add(id);
  // A row of another that names nothing any more may have had any of them: then only what is plainly the person's goes.
  const mine = named.includes(undefined)
    ? new Set(await plainlyOwned(db, [drafts, outbox, wallet, documents], tracked.owned))
    : null;
  const payloads = (await db.payloads.toCollection().primaryKeys()).filter(
    (id) => !kept.has(id) && (mine === null || mine.has(id)),
  );
  return {
    drafts: drafts.owned,
    outbox: outbox.owned,
    wallet: wallet.owned,
    sharedFiles: sharedFiles.owned,
    residents: residents.owned,
    documents: documents.owned,
    payloads,
    tracked: tracked.owned,
    quarantine: quarantine.owned,
  };
}

/** Of an entry, as far as it can be read; undefined when it does not say. */
function paperIdsIn(row: unknown): readonly string[] | undefined {
  const entry = isRecord(row) ? row['entry'] : undefined;
  const documents = isRecord(entry) ? entry['documents'] : undefined;
  return Array.isArray(documents) ? documents.filter(isRecord).map(({ id }) => String(id)) : undefined;
}

async function plainlyOwned(
  db: AjukanDatabase,
  tables: readonly { readonly owned: readonly string[] }[],
  tracked: readonly string[],
): Promise<readonly string[]> {
  const ids = tables.flatMap(({ owned }) => owned);
  const entries: readonly unknown[] = await db.outbox.bulkGet(ids);
  return [...ids, ...entries.flatMap((row) => paperIdsIn(row) ?? []), ...(await resultIdsOf(db, tracked))];
}

function mayBeOthers(
  aside: unknown,
  isOthers: (row: unknown) => boolean,
  accountId: string | null,
  isAlone: boolean,
): boolean {
  const row = isRecord(aside) ? aside['row'] : undefined;
  const owner = isRecord(row) ? row['ownerKey'] : undefined;
  if (owner === unclaimed || (accountId !== null && owner === accountId)) return false;
  return isOthers(row) || !isAlone;
}

/** One row after the other: together they may be more than a small phone holds. */
async function split<T>(
  table: Table<T, string>,
  isOthers: (row: unknown) => boolean,
): Promise<{ readonly owned: readonly string[]; readonly others: readonly string[] }> {
  const owned: string[] = [];
  const others: string[] = [];
  await table.each((row, { primaryKey }) => {
    (isOthers(row) ? others : owned).push(primaryKey);
  });
  return { owned, others };
}
