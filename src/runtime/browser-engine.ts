import { v7 } from 'uuid';
import { createHttpClient, type HttpClient } from '#api/http-client.ts';
import { createOfficeClient } from '#api/office-client.ts';
import { sha256Hex } from '#media/sha256.ts';
import type { MarkKeeper } from '#storage/marks.ts';
import { openVault, type Vault } from '#storage/vault.ts';
import { createRunner, type Runner } from '#sync/runner.ts';
import { browserClock } from './browser-clock.ts';
import { browserLogger } from './browser-logger.ts';

export interface BrowserEngine {
  readonly vault: Vault;
  readonly http: HttpClient;
  readonly runner: Runner;
  /** UUIDv7. */
  readonly newId: () => string;
}

/** The store, the office and the outbox's runner as a tab and the service worker both have them. */
export function openBrowserEngine(marks: readonly MarkKeeper[]): BrowserEngine {
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
  const http = createHttpClient();
  const runner = createRunner({
    store: vault.outboxStore,
    office: createOfficeClient(http, browserClock.nowMs),
    lock: vault.runLock,
    clock: browserClock,
    chance: () => Math.random(),
    log: browserLogger,
  });
  return { vault, http, runner, newId };
}
