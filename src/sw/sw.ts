/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { PrecacheRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sharePlaces } from '#domain/document/shared-file.ts';
import { outboxSyncTag } from '#sync/outbox-channel.ts';
import { keepShell } from './keep-shell.ts';
import type * as NewsInWorker from './receive-push.ts';
import { keptLater } from './kept-later.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[] };

/** One-shot Background Sync: https://wicg.github.io/background-sync/spec/ */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

// The shell and nothing else: no answer of the office is ever put into Cache Storage.
const shell = keepShell(self, self.__WB_MANIFEST);
registerRoute(new PrecacheRoute(shell));
registerRoute(
  new NavigationRoute(shell.createHandlerBoundToURL('index.html'), {
    // A dot in the last part names a file, as on the server: no address of the app has one.
    denylist: [/^\/v1\//, /^\/schemas\//, /^\/health\//, /^\/\.well-known\//, /^[^?]*\.[^/?]+(\?|$)/],
  }),
);
registerRoute(...keptLater);
// The engine and the store are set up when they are needed: most starts of a worker only hand out the shell.
registerRoute(
  ({ url }) => url.pathname === sharePlaces.receive,
  async (order) => (await import('./receive-shared.ts')).receiveShared(order),
  'POST',
);
clientsClaim();

// A newer worker waits; it takes over only when the person asked for it (workbox-window's message).
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING')
    void self.skipWaiting();
});

self.addEventListener('sync', (event: Event) => {
  if (isSync(event) && event.tag === outboxSyncTag) event.waitUntil(send());
});

self.addEventListener('push', (event) => event.waitUntil(news((loaded) => loaded.receivePush(event.data))));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(news((loaded) => loaded.openNews(event.notification.data)));
});
self.addEventListener('pushsubscriptionchange', (event) => {
  if ('waitUntil' in event) event.waitUntil(news((loaded) => loaded.renewPush()));
});

async function news(work: (loaded: typeof NewsInWorker) => Promise<void>): Promise<void> {
  await work(await import('./receive-push.ts'));
}

async function send(): Promise<void> {
  const { sendWaiting } = await import('./send-waiting.ts');
  await sendWaiting();
}

function isSync(event: Event): event is SyncEvent {
  return 'tag' in event && 'waitUntil' in event;
}
