import type { LiveQuery, Observable } from '#lib/live-query.ts';
import { showBadge } from '#runtime/app-badge.ts';
import { keepLog } from '#runtime/sync-log.ts';
import type { EngineStatus } from '#services/menu.ts';
import type { Vault } from '#storage/vault.ts';

/** What goes on beside the screens for as long as the page lives: the number on the icon, and the log. */
export function followAfterStart(
  unsent: LiveQuery<number>,
  engine: Observable<EngineStatus>,
  vault: Pick<Vault, 'inside'>,
): void {
  const showUnsent = (): void => {
    const count = unsent.getSnapshot();
    if (count.state === 'ready') void showBadge(count.value);
  };
  unsent.subscribe(showUnsent);
  showUnsent();

  const keep = (): void => void keepLog(vault);
  engine.subscribe(() => {
    if (engine.getSnapshot().kind !== 'sending') keep();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
}
