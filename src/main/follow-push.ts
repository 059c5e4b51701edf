import type { LiveQuery, Observable } from '#lib/live-query.ts';
import { currentLanguage } from '#i18n/language.ts';
import type { Account, EngineStatus } from '#services/menu.ts';
import type { PushMenu } from '#services/push-menu.ts';

/** Whoever comes in or leaves, and a language that is chosen: a notification is for who uses the phone, in their words. */
export function followPush(
  push: () => Promise<PushMenu | null>,
  engine: Observable<EngineStatus>,
  account: LiveQuery<Account | null>,
): void {
  let last: string | null | undefined;
  let wasOut = false;
  const look = (isNewSession: boolean): void => void push().then((menu) => menu?.follow(isNewSession));
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
