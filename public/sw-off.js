/**
 * The kill switch for a service worker that went out broken (F62). Put it in the place of sw.js on the server, remove
 * sw.js.br and sw.js.gz, and start the server again: every phone fetches it at its next visit, drops the app's shell
 * from its cache and goes on without a worker, straight from the network. IndexedDB, with everything that waits to be
 * sent, is never touched, nor is the mark that tells a cleared store from a first start. The next good sw.js takes over
 * by itself.
 */
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(retire());
});

async function retire() {
  for (const name of await caches.keys()) if (name.startsWith('workbox-')) await caches.delete(name);
  await self.registration.unregister();
}
