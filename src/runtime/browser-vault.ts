import { v7 } from 'uuid';
import { createHttpClient, type HttpClient } from '#api/http-client.ts';
import { sha256Hex } from '#media/sha256.ts';
import type { MarkKeeper } from '#storage/marks.ts';
import { openVault, type Vault } from '#storage/vault.ts';
import { browserClock } from './browser-clock.ts';
import { browserLogger } from './browser-logger.ts';

export interface BrowserVault {
  readonly vault: Vault;
  readonly http: HttpClient;
  /** UUIDv7. */
  readonly newId: () => string;
}

/** The store and the way to the office, as a tab and the service worker both have them. */
export function openBrowserVault(marks: readonly MarkKeeper[]): BrowserVault {
  const newId = (): string => v7();
  const vault = openVault({
    digest: sha256Hex,
    newId,
    nowMs: browserClock.nowMs,
    log: browserLogger,
    marks,
    // Missing in older WebKit; the store's lease stands in.
    locks: 'locks' in navigator ? navigator.locks : undefined,
  });
  return { vault, http: createHttpClient(), newId };
}
