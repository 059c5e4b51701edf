import type { Draft } from '#domain/application/draft.ts';
import { isRecord } from '#lib/is-record.ts';
import { isDraftRow } from './draft-row-guard.ts';
import { lockKey } from './lock/lock-key.ts';
import { isVisibleTo } from './rows.ts';
import { currentSchemaVersion, storeName } from './schema-version.ts';

/**
 * One draft, read before the store's own code is here, so that a form is drawn first. Resolves with null whenever
 * anything is other than on a plain day: no such store, another release's, no such draft, another person's, one behind a
 * lock, deleted, or no answer. Whoever gets null waits for the store, which knows what to say. Nothing is written or made; never rejects.
 */
export async function lookAtDraft(draftId: string, factory: IDBFactory, name = storeName): Promise<Draft | null> {
  try {
    const db = await openAsItIs(factory, name);
    // What another tab wants of the store must not wait for this.
    db.onversionchange = () => db.close();
    try {
      return await readDraft(db, draftId);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** @throws when there is no store: opening would make an empty one, which is taken back */
function openAsItIs(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

async function readDraft(db: IDBDatabase, draftId: string): Promise<Draft | null> {
  const transaction = db.transaction(['meta', 'drafts']);
  const facts = transaction.objectStore('meta');
  const [stamp, account, row] = await Promise.all([
    answerOf(facts.get('schema')),
    answerOf(facts.get('account')),
    answerOf(transaction.objectStore('drafts').get(draftId)),
  ]);
  if (valueIn(stamp, 'schemaVersion') !== currentSchemaVersion) return null;
  if (!isDraftRow(row) || row.hiddenAtMs !== undefined) return null;
  const accountId = valueIn(account, 'accountId');
  if (typeof accountId !== 'string') return isVisibleTo(row.ownerKey, null) ? row.draft : null;
  // Somebody has to unlock first, whatever lies there open still.
  if ((await answerOf(facts.get(lockKey(accountId)))) !== undefined) return null;
  return isVisibleTo(row.ownerKey, accountId) ? row.draft : null;
}

function answerOf(request: IDBRequest<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}

/** Of a row of `meta`. */
function valueIn(row: unknown, name: string): unknown {
  return isRecord(row) && isRecord(row['value']) ? row['value'][name] : undefined;
}
