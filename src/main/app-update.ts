import { afterFirstScreen } from './after-first-screen.ts';
import type { Workbox } from 'workbox-window';
import { observableValue } from '#lib/observable-value.ts';
import type { Observable } from '#lib/live-query.ts';
import { workerUrl } from './worker-url.ts';

type UpdateState = 'none' | 'waiting' | 'applying';

/** Chromium lets an old worker end what it does, which may take a minute. */
const patienceMs = 4_000;

export interface AppUpdate {
  readonly state: Observable<UpdateState>;
  apply(): void;
}

/**
 * Registers the service worker and watches for a newer release. A new worker waits until the person asks for it;
 * nothing reloads by itself, except other clean tabs once it has taken over. Asked for once, this page is loaded anew
 * once, also when the browser keeps the old worker for longer.
 * @param isDirty whether this page holds keystrokes that are not stored yet
 */
export function registerServiceWorker(isDirty: () => boolean): AppUpdate {
  const state = observableValue<UpdateState>('none');
  if (!('serviceWorker' in navigator)) return { state, apply: () => location.reload() };

  let workbox: Workbox | undefined;
  const register = async (): Promise<void> => {
    nameManifest();
    // Nothing of it is seen on the first screen, so its code comes after that too.
    const loaded = await import('workbox-window');
    workbox = new loaded.Workbox(workerUrl('ajukan-worker', import.meta.env.DEV ? '/dev-sw.js?dev-sw' : '/sw.js'), {
      scope: '/',
      updateViaCache: 'none',
      ...(import.meta.env.DEV ? { type: 'module' } : {}),
    });
    workbox.addEventListener('waiting', () => state.set('waiting'));
    workbox.addEventListener('controlling', (event) => {
      if (event.isUpdate && !isDirty()) location.reload();
    });
    await workbox.register();
  };
  void navigator.serviceWorker.ready.then(() => performance.mark('sw:ready'));
  void afterFirstScreen()
    .then(register)
    .catch(() => undefined);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && navigator.onLine) void workbox?.update().catch(() => undefined);
  });
  return {
    state,
    apply() {
      state.set('applying');
      workbox?.messageSkipWaiting();
      setTimeout(() => (isDirty() ? state.set('waiting') : location.reload()), patienceMs);
    },
  };
}

/**
 * Named in the page itself, the browser fetches it with an icon and decodes that before the first screen is drawn: see
 * tools/manifest-later.ts.
 */
function nameManifest(): void {
  if (document.querySelector('link[rel=manifest]') !== null) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = '/manifest.webmanifest';
  document.head.append(link);
}
