import type { HttpClient } from '#api/http-client.ts';
import { fetchStatistics } from '#api/statistics.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import type { StatisticsMenu } from '#services/statistics-menu.ts';

/** The figures of an office, put together when its head looks at them. */
export function openStatistics(http: HttpClient): StatisticsMenu {
  return { read: (filter) => fetchStatistics(http, browserClock.nowMs, filter) };
}
