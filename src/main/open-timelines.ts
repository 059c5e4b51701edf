import type { HttpClient } from '#api/http-client.ts';
import { askStatus } from '#api/status-lookup.ts';
import { fetchTimeline } from '#api/timeline.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import type { LockSwitch } from '#services/lock/lock-switch.ts';
import type { TimelinesMenu } from '#services/timelines-menu.ts';
import { keepTimeline } from '#storage/keep-timeline.ts';
import { markSeen } from '#storage/unread.ts';
import type { Vault } from '#storage/vault.ts';

/** How applications fare at the office, put together when somebody looks at one. */
export function openTimelines(vault: Vault, http: HttpClient, lock: LockSwitch): TimelinesMenu {
  const { connection } = vault.inside;
  return {
    async refresh(applicationId) {
      const told = await fetchTimeline(http, browserClock.nowMs, applicationId);
      if (told !== null) await keepTimeline(vault.inside, told);
    },
    lookUp: (key) => askStatus(http, browserClock.nowMs, key),
    results: async () => (await import('./open-results.ts').catch(() => null))?.openResults(vault, http, lock) ?? null,
    seen: (applicationId) => markSeen(connection, applicationId),
  };
}
