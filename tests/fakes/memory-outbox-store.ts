import { createHash } from 'node:crypto';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { isForgotten } from '#domain/application/is-forgotten.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { CommitResult, OutboxStore } from '#sync/ports.ts';
import { entryPage } from './entry-page.ts';

type Trouble = Extract<CommitResult, { kind: 'failed' }>['reason'];

/** An OutboxStore in memory that passes the same suite as the real one, with the faults that a phone has. */
export interface MemoryOutboxStore extends OutboxStore {
  setAccount(accountId: string | null): void;
  put(entry: OutboxEntry, payloads?: Readonly<Record<string, ArrayBuffer>>): void;
  remove(applicationId: string): void;
  setFence(fence: number): void;
  /** Vanishes, as files do behind a browser's back (F12). */
  losePayload(id: string): void;
  entries(): readonly OutboxEntry[];
  tracked(applicationId: string): TrackedApplication | undefined;
  /** The next `times` commits fail. `applied`: they were done all the same, only the answer was lost. */
  failCommits(times: number, reason: Trouble, applied: boolean): void;
  /** Commits wait until the returned function is called. */
  stick(): () => void;
  /** The next `times` reads get no answer. */
  failReads(times: number): void;
  /** Everything after the last strict commit is gone (F5). */
  cutPower(): void;
}

interface Disk {
  readonly accountId: string | null;
  readonly fence: number;
  readonly entries: ReadonlyMap<string, OutboxEntry>;
  readonly tracked: ReadonlyMap<string, TrackedApplication>;
  readonly cursors: ReadonlyMap<string, string>;
}

export function createMemoryOutboxStore(): MemoryOutboxStore {
  let now: Disk = { accountId: null, fence: 0, entries: new Map(), tracked: new Map(), cursors: new Map() };
  let flushed = now;
  const payloads = new Map<string, ArrayBuffer>();
  let unanswered = 0;
  let stuck: Promise<void> | null = null;
  let failing: { times: number; readonly reason: Trouble; readonly applied: boolean } | null = null;

  function flush(next: Disk): void {
    now = next;
    flushed = next;
  }

  function isUnanswered(): boolean {
    if (unanswered === 0) return false;
    unanswered -= 1;
    return true;
  }

  function read<T>(of: () => T): Promise<T> {
    return isUnanswered() ? Promise.reject(new Error('no answer of the store')) : Promise.resolve(of());
  }

  function ofState(accountId: string, state: OutboxEntry['delivery']['state']): readonly OutboxEntry[] {
    return [...now.entries.values()].filter((entry) => entry.ownerId === accountId && entry.delivery.state === state);
  }

  async function commit(
    durability: 'strict' | 'relaxed',
    change: (disk: Disk) => Disk | 'fenced' | 'gone',
  ): Promise<CommitResult> {
    await stuck;
    const fault = failing !== null && failing.times > 0 ? failing : null;
    if (fault !== null) fault.times -= 1;
    if (fault !== null && !fault.applied) return { kind: 'failed', reason: fault.reason };
    const next = change(now);
    if (typeof next === 'string') return { kind: next };
    now = next;
    if (durability === 'strict') flushed = next;
    return fault === null ? { kind: 'stored' } : { kind: 'failed', reason: fault.reason };
  }

  return {
    readAccountId: () => read(() => now.accountId),
    readWaiting: (accountId, afterSequence, limit) =>
      read(() => entryPage(ofState(accountId, 'waiting'), afterSequence, limit)),
    readEntry: (applicationId) => read(() => now.entries.get(applicationId)),
    readHeld: (accountId, afterSequence, limit) =>
      read(() => {
        const held = ofState(accountId, 'delivered').filter((entry) => payloads.has(entry.applicationId));
        return entryPage(held, afterSequence, limit);
      }),
    readForgotten: (accountId) => read(() => ofState(accountId, 'needs-person').filter(isForgotten)),
    readPayload: (id, expected) => {
      if (isUnanswered()) return Promise.resolve({ kind: 'unreadable' });
      const bytes = payloads.get(id);
      const whole = bytes?.byteLength === expected.sizeBytes && sha256(bytes) === expected.sha256;
      return Promise.resolve(whole ? { kind: 'ok', bytes } : { kind: 'damaged' });
    },
    commit: (applicationId, change, fence, durability) =>
      commit(durability, (disk) => {
        if (disk.fence > fence) return 'fenced';
        const entry = disk.entries.get(applicationId);
        if (entry === undefined) return 'gone';
        const { documents, delivery } = change;
        return { ...disk, entries: new Map(disk.entries).set(applicationId, { ...entry, documents, delivery }) };
      }),
    noteTried: (applicationId, fence) =>
      commit('strict', (disk) => {
        if (disk.fence > fence) return 'fenced';
        const found = disk.entries.get(applicationId);
        if (found === undefined) return 'gone';
        const { untried: _untried, ...entry } = found;
        return { ...disk, entries: new Map(disk.entries).set(applicationId, entry) };
      }),
    readCursor: (accountId) => read(() => now.cursors.get(accountId) ?? null),
    commitChanges: (accountId, changes, cursor, fence, truth) =>
      commit('strict', (disk) => {
        if (disk.fence > fence) return 'fenced';
        const tracked = new Map(disk.tracked);
        for (const item of changes) {
          const known = tracked.get(item.applicationId)?.version ?? 0;
          if (truth === 'as-told' || known <= item.version) tracked.set(item.applicationId, item);
        }
        const cursors = new Map(disk.cursors);
        if (cursor === null) cursors.delete(accountId);
        else cursors.set(accountId, cursor);
        return { ...disk, tracked, cursors };
      }),

    setAccount(accountId) {
      flush({ ...now, accountId });
    },
    put(entry, files = {}) {
      for (const [id, bytes] of Object.entries(files)) payloads.set(id, bytes);
      flush({ ...now, entries: new Map(now.entries).set(entry.applicationId, entry) });
    },
    remove(applicationId) {
      const entries = new Map(now.entries);
      entries.delete(applicationId);
      flush({ ...now, entries });
    },
    setFence(fence) {
      flush({ ...now, fence });
    },
    losePayload(id) {
      payloads.delete(id);
    },
    entries: () => [...now.entries.values()],
    tracked: (applicationId) => now.tracked.get(applicationId),
    failCommits(times, reason, applied) {
      failing = { times, reason, applied };
    },
    stick() {
      let letGo = (): void => undefined;
      stuck = new Promise((resolve) => {
        letGo = resolve;
      });
      return () => letGo();
    },
    failReads(times) {
      unanswered = times;
    },
    cutPower() {
      now = flushed;
    },
  };
}

function sha256(bytes: ArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
}
