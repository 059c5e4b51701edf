/// <reference lib="webworker" />
import { putPush } from '#api/push.ts';
import { isRecord } from '#lib/is-record.ts';
import { readPushRow } from '#storage/push-row.ts';
import { outboxChannelName, type ChannelMessage } from '#sync/outbox-channel.ts';
import { openedEngine } from './send-waiting.ts';

declare const self: ServiceWorkerGlobalScope;

/** A browser wants a notification soon; news that take longer are read when the app is opened. */
const patienceMs = 8_000;
/** Signed out, there is nobody whose words were kept; and where nothing is shown a browser shows words of its own. */
const nobodys = 'Buka aplikasi untuk melihat kabar.';
const isId = /^[\da-f-]{36}$/;

/** What happened is asked for first, so that it is on the phone when the person looks; what is shown says nothing of it. */
export async function receivePush(data: PushMessageData | null): Promise<void> {
  const { vault, runner } = openedEngine();
  const more: ChannelMessage = { version: 1, type: 'more' };
  // A page that is open has the outbox's lock, and looks for itself.
  new BroadcastChannel(outboxChannelName).postMessage(more);
  await Promise.race([
    runner.run().then(() => vault.settled()),
    new Promise((resolve) => setTimeout(resolve, patienceMs)),
  ]);
  const row = await readPushRow(vault.inside.connection);
  const id = idOf(data);
  await self.registration.showNotification('Ajukan', {
    body: row?.says ?? nobodys,
    icon: '/icons/icon-192.png',
    tag: id,
    data: id,
  });
}

/** In the window that is there, or in a new one. */
export async function openNews(data: unknown): Promise<void> {
  const path = typeof data === 'string' && isId.test(data) ? `/permohonan/${data}` : '/permohonan';
  const [window] = await self.clients.matchAll({ type: 'window' });
  if (window === undefined) {
    await self.clients.openWindow(path);
    return;
  }
  // Refused where the system does not take it for a press of the person's: the page is the right one all the same.
  await window.focus().catch(() => undefined);
  if (new URL(window.url).pathname !== path) await window.navigate(path);
}

/** The browser has given up a subscription, and makes another: the office is told the new one under the same id. */
export async function renewPush(): Promise<void> {
  const { vault, http } = openedEngine();
  const row = await readPushRow(vault.inside.connection);
  // Somebody else's by now: under their session it would be put in for them, who were never asked.
  if (row === null || row.ownerId !== (await vault.outboxStore.readAccountId())) return;
  const options = { userVisibleOnly: true, applicationServerKey: row.serverKey };
  await putPush(http, row.id, await self.registration.pushManager.subscribe(options), row.serverKey);
}

function idOf(data: PushMessageData | null): string {
  try {
    const value: unknown = data?.json();
    const id = isRecord(value) ? value['id'] : null;
    return typeof id === 'string' && isId.test(id) ? id : '';
  } catch {
    return '';
  }
}
