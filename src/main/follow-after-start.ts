import type { LiveQuery, Observable } from '#lib/live-query.ts';
import { showBadge } from '#runtime/app-badge.ts';
import { keepLog } from '#runtime/sync-log.ts';
import type { EngineStatus, Menu } from '#services/menu.ts';
import type { Vault } from '#storage/vault.ts';

/** What goes on beside the screens for as long as the page lives: the number on the icon, the log, and the office's keys. */
export function followAfterStart(
  unsent: LiveQuery<number>,
  engine: Observable<EngineStatus>,
  vault: Pick<Vault, 'inside'>,
  sealing: Menu['sealing'],
): void {
  const showUnsent = (): void => {
    const count = unsent.getSnapshot();
    if (count.state === 'ready') void showBadge(count.value);
  };
  unsent.subscribe(showUnsent);
  showUnsent();

  const keep = (): void => void keepLog(vault);
  const askForKeys = (): void => {
    if (navigator.onLine) void sealing().then((opened) => opened?.refresh());
  };
  engine.subscribe(() => {
    const status = engine.getSnapshot();
    if (status.kind !== 'sending') keep();
    if (status.kind === 'idle' && status.needsSeal === true) askForKeys();
  });
  addEventListener('online', askForKeys);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
    else askForKeys();
  });
  askForKeys();
}
