import type { LiveQuery, Observable } from '#lib/live-query.ts';
import type { DeviceCare } from '#services/device-care.ts';
import type { Account, EngineStatus } from '#services/menu.ts';

/** The phone is in contact at the start, when somebody comes in, when a run has ended, and when it is taken up again. */
export function followDevice(
  care: () => Promise<DeviceCare | null>,
  engine: Observable<EngineStatus>,
  account: LiveQuery<Account | null>,
): void {
  const contact = (): void => {
    if (navigator.onLine) void care().then((opened) => opened?.contact());
  };
  let wasSending = false;
  engine.subscribe(() => {
    const isSending = engine.getSnapshot().kind === 'sending';
    if (wasSending && !isSending) contact();
    wasSending = isSending;
  });
  let last: string | null | undefined;
  account.subscribe(() => {
    const seen = account.getSnapshot();
    if (seen.state !== 'ready') return;
    const accountId = seen.value?.accountId ?? null;
    if (last !== undefined && accountId !== last && accountId !== null) contact();
    last = accountId;
  });
  addEventListener('online', contact);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') contact();
  });
  contact();
}
