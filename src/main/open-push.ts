import { v7 } from 'uuid';
import { deletePush, fetchMessages, fetchPushKey, putMessages, putPush } from '#api/push.ts';
import type { HttpClient } from '#api/http-client.ts';
import { currentMessages } from '#i18n/messages.ts';
import { newsWords } from '#i18n/sets/news.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import type { AccountStore } from '#services/ports.ts';
import { createPushMenu, type PushMenu, type PushPorts } from '#services/push-menu.ts';
import { keepPushRow, readPushRow } from '#storage/push-row.ts';
import type { Vault } from '#storage/vault.ts';

/** Being told of news, put together when somebody looks at it, or at the start where it is turned on. */
export function openPush(vault: Vault, http: HttpClient, account: Pick<AccountStore, 'readAccount'>): PushMenu {
  const { connection } = vault.inside;
  return createPushMenu<PushSubscription>({
    browser: thisBrowser(),
    office: {
      key: () => fetchPushKey(http),
      put: (id, subscription, serverKey) => putPush(http, id, subscription, serverKey),
      remove: (id) => deletePush(http, id),
      messages: () => fetchMessages(http),
      setMessages: (wanted) => putMessages(http, wanted),
    },
    store: { read: () => readPushRow(connection), keep: (row) => keepPushRow(connection, row) },
    accountId: async () => (await account.readAccount())?.accountId ?? null,
    says: () => currentMessages(newsWords).says,
    newId: () => v7(),
    nowMs: browserClock.nowMs,
  });
}

function thisBrowser(): PushPorts<PushSubscription>['browser'] {
  const manager = async () => (await navigator.serviceWorker.ready).pushManager;
  const unsubscribe = async () => {
    const subscription = await (await manager()).getSubscription();
    await subscription?.unsubscribe().catch(() => false);
  };
  return {
    support() {
      // Safari's own, on iPhones and iPads: https://webkit.org/blog/13878/web-push-for-web-apps-on-ios-and-ipados/
      if ('standalone' in navigator && navigator.standalone === false) return 'install-first';
      const isHere = 'PushManager' in window && 'Notification' in window && 'serviceWorker' in navigator;
      return isHere ? 'yes' : 'unsupported';
    },
    permission: () => Notification.permission,
    ask: () => Notification.requestPermission(),
    current: async () => (await manager()).getSubscription(),
    async subscribe(serverKey) {
      const options = { userVisibleOnly: true, applicationServerKey: serverKey };
      try {
        return await (await manager()).subscribe(options);
      } catch {
        // Made for another key: a browser has one at a time.
        await unsubscribe();
        return (await manager()).subscribe(options).catch(() => null);
      }
    },
    unsubscribe,
  };
}
