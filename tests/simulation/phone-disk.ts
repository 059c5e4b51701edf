/**
 * The phone's storage as the engine's port sees it, with the two durabilities of a real disk: what was committed
 * strictly outlives a loss of power, what was committed loosely only outlives a kill.
 */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { PhantomBytes } from './phantom-bytes.ts';

export interface PhoneState {
  readonly accountId: string | null;
  /** Next number of the device, minus one. */
  readonly lastSequence: number;
  /** Accounts whose upload ticket the phone holds. */
  readonly tickets: readonly string[];
  readonly fence: number;
  /** Since when the lease is held, and by whom. */
  readonly lease: { readonly holder: string | null; readonly beatAtMs: number };
  readonly entries: ReadonlyMap<string, OutboxEntry>;
  readonly tracked: ReadonlyMap<string, TrackedApplication>;
  readonly cursors: ReadonlyMap<string, string>;
}

export interface PhoneDisk {
  read(): PhoneState;
  /** One transaction. */
  write(durability: 'strict' | 'relaxed', change: Partial<PhoneState>): void;
  /** Everything since the last strict commit is gone. */
  cutPower(): void;
  putPayload(bytes: PhantomBytes): void;
  readPayload(id: string): PhantomBytes | undefined;
  damagePayload(id: string): void;
}

export function createPhoneDisk(): PhoneDisk {
  let now: PhoneState = {
    accountId: null,
    lastSequence: 0,
    tickets: [],
    fence: 0,
    lease: { holder: null, beatAtMs: 0 },
    entries: new Map(),
    tracked: new Map(),
    cursors: new Map(),
  };
  let flushed = now;
  const payloads = new Map<string, PhantomBytes>();
  return {
    read: () => now,
    write(durability, change) {
      now = { ...now, ...change };
      // A strict commit flushes the whole log, what was written loosely before included.
      if (durability === 'strict') flushed = now;
    },
    cutPower() {
      now = flushed;
    },
    putPayload(bytes) {
      payloads.set(bytes.source, bytes);
    },
    readPayload: (id) => payloads.get(id),
    damagePayload(id) {
      payloads.delete(id);
    },
  };
}
