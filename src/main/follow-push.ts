import type { LiveQuery, Observable } from '#lib/live-query.ts';
import { currentLanguage } from '#i18n/language.ts';
import type { Account, EngineStatus } from '#services/menu.ts';
import type { PushMenu } from '#services/push-menu.ts';

/**
 * Whoever comes in or leaves, and a language that is chosen: a notification is for who uses the phone, in their words. The
 * code of it is fetched only where somebody has said yes to the browser, or where a row of one who had is left.
 */
export function followPush(
  push: () => Promise<PushMenu | null>,
  isKept: () => Promise<boolean>,
  engine: Observable<EngineStatus>,
  account: LiveQuery<Account | null>,
): void {
  let last: string | null | undefined;
  let wasOut = false;
  const follow = async (isNewSession: boolean): Promise<void> => {
    const mayBeOn = 'Notification' in window && Notification.permission === 'granted';
    if (mayBeOn || (await isKept())) await (await push())?.follow(isNewSession);
  };
  const look = (isNewSession: boolean): void => void follow(isNewSession).catch(() => undefined);
  account.subscribe(() => {
    const seen = account.getSnapshot();
    if (seen.state !== 'ready') return;
    const accountId = seen.value?.accountId ?? null;
    if (last !== undefined && accountId !== last) look(true);
    last = accountId;
  });
  engine.subscribe(() => {
    const isOut = engine.getSnapshot().kind === 'sign-in-needed';
    // Let in again: what was put in under the old session went with it.
    if (wasOut && !isOut) look(true);
    wasOut = isOut;
  });
  currentLanguage.subscribe(() => look(false));
  look(false);
}
