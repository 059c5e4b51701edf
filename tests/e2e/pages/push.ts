/** Web Push without its vendor: a push service on this machine, and a press as the system tells the worker of it. */
import type { ToySubscription } from '#server/testing/toy-push-service.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { until } from '../harness/until.ts';

/** The browser's vendor is not asked: its part is played by a push service on this machine. */
export async function haveSubscription(phone: ChromiumPhone, browser: ToySubscription): Promise<void> {
  const session = await phone.session();
  await session.send('Browser.setPermission', { permission: { name: 'notifications' }, setting: 'granted' });
  await phone.context.addInitScript((subscription) => {
    let current: unknown = null;
    Object.assign(PushManager.prototype, {
      async subscribe() {
        current = { toJSON: () => subscription, unsubscribe: async () => true };
        return current;
      },
      getSubscription: async () => current,
    });
  }, browser);
}

export async function shownOn(phone: ChromiumPhone): Promise<readonly (readonly string[])[] | null> {
  const shown = await phone.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body }) => [title, body]);
  });
  return shown.length > 0 ? shown : null;
}

/** As the system tells the worker of a press. */
export async function pressNotification(phone: ChromiumPhone): Promise<void> {
  const worker = await until('the worker runs', () => phone.context.serviceWorkers()[0]);
  await worker.evaluate(async () => {
    const scope: typeof globalThis & { readonly registration?: ServiceWorkerRegistration } = globalThis;
    const [notification] = (await scope.registration?.getNotifications()) ?? [];
    const event = new Event('notificationclick');
    Object.assign(event, { notification, waitUntil: () => undefined });
    scope.dispatchEvent(event);
  });
}
