/** The phone's own store, read and harmed behind the app's back. */
import type { ChromiumPhone } from '../harness/chromium.ts';

export type StoreTable = 'meta' | 'drafts' | 'documents' | 'payloads' | 'outbox' | 'tracked';

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

/** Puts a row as another release, or a failing disk, would have left it. */
export async function putRow(phone: ChromiumPhone, table: StoreTable, row: unknown): Promise<void> {
  await phone.page.evaluate(
    ([name, value]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ajukan');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction(name, 'readwrite');
          writing.objectStore(name).put(value);
          writing.onabort = () => reject(new Error(`${name} is not written`));
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    [table, row] as const,
  );
}
