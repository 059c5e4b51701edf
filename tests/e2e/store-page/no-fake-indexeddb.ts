/** In the place of fake-indexeddb in a page: the browser's own IndexedDB stands, and a connection is dropped as it does it. */
export function forceCloseDatabase(connection: IDBDatabase): void {
  connection.close();
  connection.dispatchEvent(new Event('close'));
}
