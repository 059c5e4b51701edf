import type { Logger, OutboxStore, RunLock } from '#sync/ports.ts';
import type { SealToLock } from '#domain/lock/inbox.ts';
import type { Connection } from './connection.ts';
import { createOutboxStore } from './outbox-store.ts';
import type { Digest } from './payloads.ts';
import { createRunLock } from './run-lock.ts';
import type { Tripwire } from './tripwire.ts';

/** What a run of the outbox needs of the store. */
export interface Sending {
  readonly outboxStore: OutboxStore;
  readonly runLock: RunLock;
}

export function createSending(parts: {
  readonly connection: Connection;
  readonly tripwire: Tripwire;
  readonly digest: Digest;
  readonly sealToLock: SealToLock;
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly log: Logger;
}): Sending {
  return {
    outboxStore: createOutboxStore(parts.connection, parts.digest, parts.tripwire, parts.sealToLock),
    runLock: createRunLock({ ...parts, every }),
  };
}

function every(delayMs: number, beat: () => void): () => void {
  const timer = setInterval(beat, delayMs);
  return () => {
    clearInterval(timer);
  };
}
