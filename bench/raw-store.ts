/** The floor of storing: all files in one strict transaction of a bare IndexedDB; resolves with the milliseconds it took. */
export async function storeRaw(files: readonly Blob[]): Promise<number> {
  const buffers = await Promise.all(files.map((file) => file.arrayBuffer()));
  const db = await openRaw();
  const fromMs = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction('files', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    for (const buffer of buffers) transaction.objectStore('files').add(buffer);
  });
  const tookMs = performance.now() - fromMs;
  db.close();
  return tookMs;
}

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bench-raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('files', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}
