import { askIssued, fetchResult } from '#api/given-results.ts';
import type { HttpClient } from '#api/http-client.ts';
import { sha256Hex } from '#media/sha256.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { behindLock, type LockSwitch } from '#services/lock/lock-switch.ts';
import { createResultsMenu, type ResultsMenu, type ResultStore } from '#services/results-menu.ts';
import { createResultStore } from '#storage/result-store.ts';
import type { Vault } from '#storage/vault.ts';
import { openPaper } from './open-paper.ts';

/** What offices have given, put together when the first of it is there. */
export function openResults(vault: Vault, http: HttpClient, lock: LockSwitch): ResultsMenu {
  const plain: ResultStore = createResultStore(vault.inside.connection, sha256Hex);
  return createResultsMenu({
    store: behindLock(lock, plain, (locked) => locked.results(plain)),
    fetchResult,
    digest: sha256Hex,
    // What draws it comes along, so that it opens without signal.
    onKept: () => void import('#media/pdf-pages.ts').catch(() => undefined),
    openPdf: (bytes) => openPaper(() => Promise.resolve({ bytes, mediaType: 'application/pdf' }), ''),
    askIssued: (number) => askIssued(http, browserClock.nowMs, number),
  });
}
