import { readFile } from 'node:fs/promises';
import type { ChromiumPhone } from '../harness/chromium.ts';

/** The store as a release of before has left it, with its reserve. The page must be one of the app's origin. */
export async function leaveAsVersion2(phone: ChromiumPhone): Promise<void> {
  const frozen = await readFile(new URL('../../migrations/frozen/version-2.json', import.meta.url), 'utf8');
  await phone.page.evaluate(async (text) => {
    interface Frozen {
      nativeVersion: number;
      stores: {
        name: string;
        keyPath: string;
        indexes: { name: string; keyPath: string | string[]; unique: boolean }[];
      }[];
      rows: Record<string, unknown[]>;
    }
    const { nativeVersion, stores, rows }: Frozen = JSON.parse(text, (_key, value: unknown) => {
      const isBytes = typeof value === 'object' && value !== null && 'base64' in value;
      if (!isBytes) return value;
      return Uint8Array.from(atob(String(value.base64)), (letter) => letter.charCodeAt(0)).buffer;
    });
    const reserve = new Uint8Array(1024 * 1024);
    for (let start = 0; start < reserve.length; start += 65_536)
      crypto.getRandomValues(reserve.subarray(start, start + 65_536));
    rows['payloads']?.push({ id: 'ballast', bytes: reserve.buffer });
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('ajukan', nativeVersion);
      opening.onerror = () => reject(new Error('the frozen store does not open'));
      opening.onupgradeneeded = () => {
        for (const { name, keyPath, indexes } of stores) {
          const store = opening.result.createObjectStore(name, { keyPath });
          for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
          for (const row of rows[name] ?? []) store.put(row);
        }
      };
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
  }, frozen);
}

/** Writes until not even 200 bytes find room. */
export async function fillUp(phone: ChromiumPhone): Promise<void> {
  await phone.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('filler', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('noise', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
    });
    const isWritten = (size: number): Promise<boolean> =>
      new Promise((resolve) => {
        const noise = new Uint8Array(size);
        for (let start = 0; start < size; start += 65_536)
          crypto.getRandomValues(noise.subarray(start, start + 65_536));
        const writing = db.transaction('noise', 'readwrite');
        writing.objectStore('noise').put(noise);
        writing.oncomplete = () => resolve(true);
        writing.onabort = () => resolve(false);
      });
    for (let size = 400_000; size > 200; ) if (!(await isWritten(size))) size = Math.floor(size / 2);
    db.close();
  });
}
