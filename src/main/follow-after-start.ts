import type { HttpClient } from '#api/http-client.ts';
import type { LiveQuery, Observable } from '#lib/live-query.ts';
import { showBadge } from '#runtime/app-badge.ts';
import { keepLog } from '#runtime/sync-log.ts';
import type { DeviceCare } from '#services/device-care.ts';
import type { Account, EngineStatus, Menu } from '#services/menu.ts';
import { isSurveyWaiting } from '#storage/is-survey-waiting.ts';
import { hasLock } from '#storage/lock/has-lock.ts';
import { isPushKept } from '#storage/push-row.ts';
import type { Vault } from '#storage/vault.ts';
import { followDevice } from './follow-device.ts';
import { followPush } from './follow-push.ts';
import { followSurvey } from './follow-survey.ts';
import { lockChannel } from './lock-channel.ts';
import { openUploadTickets } from './open-upload-tickets.ts';

/** What goes on beside the screens for as long as the page lives: the number on the icon, the log, what the office is owed. */
export function followAfterStart(
  forIcon: LiveQuery<number>,
  engine: Observable<EngineStatus>,
  { vault, http }: { readonly vault: Pick<Vault, 'inside'>; readonly http: HttpClient },
  menu: Pick<Menu, 'sealing' | 'account' | 'lock' | 'isShut' | 'push' | 'survey'>,
  care: () => Promise<DeviceCare | null>,
): void {
  const { sealing, account, lock, isShut } = menu;
  const { connection } = vault.inside;
  followDevice(care, engine, account.current());
  followPush(menu.push, () => isPushKept(connection), engine, account.current());
  followSurvey(menu.survey, () => isSurveyWaiting(connection), engine);
  followLock(account.current(), vault, lock, isShut);
  const showCount = (): void => {
    const count = forIcon.getSnapshot();
    if (count.state === 'ready') void showBadge(count.value);
  };
  forIcon.subscribe(showCount);
  showCount();

  const keep = (): void => void keepLog(vault);
  const renewTicket = (): void => {
    if (navigator.onLine) void openUploadTickets(vault, http).renew('by-the-way');
  };
  const askForKeys = (): void => {
    if (navigator.onLine) void sealing().then((opened) => opened?.refresh());
  };
  engine.subscribe(() => {
    const status = engine.getSnapshot();
    if (status.kind !== 'sending') keep();
    if (status.kind === 'idle') renewTicket();
    if (status.kind === 'idle' && status.needsSeal === true) askForKeys();
  });
  addEventListener('online', askForKeys);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
    else askForKeys();
  });
  askForKeys();
}

/** Whoever comes in, or has come in before: is there a lock? Its code comes only where there is one. */
function followLock(
  account: LiveQuery<Account | null>,
  { inside }: Pick<Vault, 'inside'>,
  lock: Menu['lock'],
  isShut: Menu['isShut'],
): void {
  const look = async (): Promise<void> => {
    const current = account.getSnapshot();
    if (current.state !== 'ready') return;
    const accountId = current.value?.accountId;
    const isOfficer = current.value?.roles?.includes('pendamping') === true;
    const isKnown = isOpened || isOfficer || isShut.getSnapshot();
    if (!isKnown && (accountId === undefined || !(await hasLock(inside.connection, accountId)))) return;
    isOpened = true;
    await (await lock())?.look();
  };
  let isOpened = false;
  // Another tab may set one up while this one has never asked for its code.
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(lockChannel) : null;
  const lookQuietly = (): void => void look().catch(() => undefined);
  account.subscribe(lookQuietly);
  tabs?.addEventListener('message', () => {
    // From then on the lock hears them by itself.
    if (!isOpened) lookQuietly();
  });
  lookQuietly();
}
