import { askIssued, fetchResult } from '#api/given-results.ts';
import type { HttpClient } from '#api/http-client.ts';
import { askStatus } from '#api/status-lookup.ts';
import { fetchTimeline } from '#api/timeline.ts';
import { sha256Hex } from '#media/sha256.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createResultsMenu } from '#services/results-menu.ts';
import type { TimelinesMenu } from '#services/timelines-menu.ts';
import { keepTimeline } from '#storage/keep-timeline.ts';
import { createResultStore } from '#storage/result-store.ts';
import { markSeen } from '#storage/unread.ts';
import type { Vault } from '#storage/vault.ts';
import { openPaper } from './open-paper.ts';

/** How applications fare at the office, put together when somebody looks at one. */
export function openTimelines(vault: Vault, http: HttpClient): TimelinesMenu {
  const { connection } = vault.inside;
  return {
    async refresh(applicationId) {
      const told = await fetchTimeline(http, browserClock.nowMs, applicationId);
      if (told !== null) await keepTimeline(connection, told);
    },
    lookUp: (key) => askStatus(http, browserClock.nowMs, key),
    results: createResultsMenu({
      store: createResultStore(connection, sha256Hex),
      fetchResult,
      digest: sha256Hex,
      // What draws it comes along, so that it opens without signal.
      onKept: () => void import('#media/pdf-pages.ts').catch(() => undefined),
      openPdf: (bytes) => openPaper(() => Promise.resolve({ bytes, mediaType: 'application/pdf' }), ''),
      askIssued: (number) => askIssued(http, browserClock.nowMs, number),
    }),
    seen: (applicationId) => markSeen(connection, applicationId),
  };
}
