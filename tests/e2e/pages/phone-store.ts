/** The phone's own store, read and harmed behind the app's back. */
import { isRecord } from '#lib/is-record.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { until } from '../harness/until.ts';

export type StoreTable = 'meta' | 'drafts' | 'documents' | 'payloads' | 'outbox' | 'tracked' | 'wallet';

/** Every row of a table, as it lies there. The page must be one of the app's origin. */
export async function readRows(phone: ChromiumPhone, table: StoreTable): Promise<readonly unknown[]> {
  return await phone.page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('ajukan');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(new Error(`${name} is not read`));
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result);
          };
        };
      }),
    table,
  );
}

/** As on a phone that may not keep what came back: with no lock, for somebody else, or with a lock from an older release. */
export async function forgetAnswers(phone: ChromiumPhone): Promise<void> {
  await phone.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ajukan');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const work = db.transaction('tracked', 'readwrite');
          work.oncomplete = () => {
            db.close();
            resolve();
          };
          const walk = work.objectStore('tracked').openCursor();
          walk.onsuccess = () => {
            const cursor = walk.result;
            if (cursor === null) return;
            const { repair, ...row } = cursor.value;
            cursor.update({ ...row, repair: { ...repair, answers: undefined } });
            cursor.continue();
          };
        };
      }),
  );
}

/** What a signed-in phone sends by later lies there: that the office has given it is not enough for a page that goes. */
export async function holdsTicket(phone: ChromiumPhone): Promise<void> {
  await until('a ticket', async () =>
    (await readRows(phone, 'meta')).some(
      (row) => isRecord(row) && typeof row['key'] === 'string' && row['key'].startsWith('ticket/'),
    ),
  );
}

/** SHA-256 of the bytes that lie there under an id. */
export async function readBytes(phone: ChromiumPhone, id: string): Promise<string> {
  return await phone.page.evaluate(
    (key) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('ajukan');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction('payloads').objectStore('payloads').get(key);
          reading.onerror = () => reject(new Error('the bytes are not read'));
          reading.onsuccess = () => {
            db.close();
            crypto.subtle.digest('SHA-256', reading.result.bytes).then((digest) => {
              resolve([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
            }, reject);
          };
        };
      }),
    id,
  );
}

/** A release to come, or a disk that fails: the store is written without the app. */
type Harm =
  | { readonly table: 'payloads'; readonly id: string; readonly sizeBytes: number }
  | { readonly table: 'meta'; readonly key: string; readonly value: unknown };

/** A payload gets so many zeros for its bytes; a fact gets another value. */
export async function overwrite(phone: ChromiumPhone, harm: Harm): Promise<void> {
  await phone.page.evaluate(
    (order) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ajukan');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction(order.table, 'readwrite');
          const row =
            order.table === 'meta'
              ? { key: order.key, value: order.value }
              : { id: order.id, bytes: new ArrayBuffer(order.sizeBytes) };
          writing.objectStore(order.table).put(row);
          writing.onabort = () => reject(new Error(`${order.table} is not written`));
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    harm,
  );
}
