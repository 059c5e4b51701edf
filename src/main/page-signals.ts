import { onConnectionChange } from '#runtime/connection-kind.ts';
import type { Signals } from '#sync/driver.ts';
import { outboxChannelName, outboxSyncTag, readChannelMessage, type ChannelMessage } from '#sync/outbox-channel.ts';
import type { YieldCalls } from './exclusively.ts';

/** Not in TypeScript's DOM: https://wicg.github.io/background-sync/spec/ */
interface SyncCapable {
  readonly sync: { register(tag: string): Promise<void> };
}

/** True where the browser wakes the service worker by itself when the connection returns. */
export function hasBackgroundSync(): boolean {
  return 'SyncManager' in window && 'serviceWorker' in navigator;
}

/** What a page can notice about the world. */
export function pageSignals(): Signals {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(outboxChannelName) : null;
  return {
    onWake(wake) {
      const whenVisible = (): void => {
        if (document.visibilityState === 'visible') wake();
      };
      const whenToldSo = (event: MessageEvent<unknown>): void => {
        if (readChannelMessage(event.data)?.type === 'more') wake();
      };
      const stopListening = onConnectionChange(wake);
      addEventListener('online', wake);
      addEventListener('focus', wake);
      addEventListener('pageshow', wake);
      document.addEventListener('visibilitychange', whenVisible);
      channel?.addEventListener('message', whenToldSo);
      return () => {
        stopListening();
        removeEventListener('online', wake);
        removeEventListener('focus', wake);
        removeEventListener('pageshow', wake);
        document.removeEventListener('visibilitychange', whenVisible);
        channel?.removeEventListener('message', whenToldSo);
      };
    },
    isProbablyOnline: () => navigator.onLine,
    isVisible: () => document.visibilityState === 'visible',
    tellOthers() {
      const message: ChannelMessage = { version: 1, type: 'more' };
      channel?.postMessage(message);
    },
    async requestBackgroundSync() {
      if (!hasBackgroundSync()) return;
      const registration = await navigator.serviceWorker.ready;
      // Refused in private mode or by a setting; the page sends by itself then.
      if (canSync(registration)) await registration.sync.register(outboxSyncTag).catch(() => undefined);
    },
  };
}

export function pageYieldCalls(): YieldCalls {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('ajukan-yield') : null;
  return {
    ask: () => channel?.postMessage(null),
    onAsked: (asked) => channel?.addEventListener('message', asked),
  };
}

function canSync(registration: object): registration is SyncCapable {
  return 'sync' in registration;
}
