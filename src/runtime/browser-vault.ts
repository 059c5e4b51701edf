import { createHttpClient, type HttpClient } from '#api/http-client.ts';
import { sealToLock } from '#api/lock/seal-to-lock.ts';
import { sha256Hex } from '#media/sha256.ts';
import type { MarkKeeper } from '#storage/marks.ts';
import { openVault, type Vault } from '#storage/vault.ts';
import { browserClock } from './browser-clock.ts';
import { browserLogger } from './browser-logger.ts';

export interface BrowserVault {
  readonly vault: Vault;
  readonly http: HttpClient;
}

/**
 * The store and the way to the office, as a tab and the service worker both have them.
 * @param newId UUIDs; only a page makes applications, whose ids are of version 7
 */
export function openBrowserVault(marks: readonly MarkKeeper[], newId: () => string): BrowserVault {
  const vault = openVault({
    digest: sha256Hex,
    sealToLock,
    newId,
    nowMs: browserClock.nowMs,
    log: browserLogger,
    marks,
    // Missing in older WebKit; the store's lease stands in.
    locks: 'locks' in navigator ? navigator.locks : undefined,
  });
  return { vault, http: createHttpClient() };
}
