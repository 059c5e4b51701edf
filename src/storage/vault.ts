import type { SealToLock } from '#domain/lock/inbox.ts';
import type { Observable } from '#lib/live-query.ts';
import { observableValue } from '#lib/observable-value.ts';
import type { Logger, OutboxStore, RunLock } from '#sync/ports.ts';
import { createConnection, type Connection, type ConnectionState } from './connection.ts';
import { AjukanDatabase, type DatabaseOptions } from './database.ts';
import { lazySending } from './lazy-sending.ts';
import type { MarkKeeper } from './marks.ts';
import type { LossRow } from './meta.ts';
import type { Digest } from './payloads.ts';
import { createTripwire, type Tripwire } from './tripwire.ts';

export type VaultState =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'lost'; readonly lastSequence: number; readonly waitingCount: number }
  | { readonly kind: 'newer-data' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'unavailable' };

export interface VaultParts {
  readonly digest: Digest;
  /** For what comes in while nobody has unlocked. */
  readonly sealToLock: SealToLock;
  /** UUIDs; for the device's own id, and for papers that move to a new application. */
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly log: Logger;
  /** Where the tripwire's mark is kept: cacheMark(caches) everywhere, textMark and cookieMark in the page. */
  readonly marks: readonly MarkKeeper[];
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly database?: DatabaseOptions;
  /** How long a start waits for the browser to open the store before it says so. Default 5 s (F16). */
  readonly openPatienceMs?: number;
}

/**
 * The phone's store, as the page and the worker both have it. Opening begins at once; every part waits for it by
 * itself.
 */
export interface Vault {
  readonly outboxStore: OutboxStore;
  readonly runLock: RunLock;
  /** Healthy until the start has looked; then whatever is true at the moment. */
  readonly state: Observable<VaultState>;
  /** Follows the connection itself, for "the app was updated in another tab" ('closed', 'blocked'). */
  readonly connection: Observable<ConnectionState>;
  /** Looks once at the start, in the page: is everything there that the marks tell of? Resolves within the patience. */
  inspect(): Promise<VaultState>;
  acknowledgeLoss(): Promise<void>;
  /** Resolves when the marks asked for so far are written. */
  settled(): Promise<void>;
  /** What the page's own stores are made of, see page-stores.ts. */
  readonly inside: VaultInside;
  close(): void;
}

export interface VaultInside {
  readonly connection: Connection;
  readonly tripwire: Tripwire;
  readonly parts: VaultParts;
}

export function openVault(parts: VaultParts): Vault {
  const connection = createConnection(new AjukanDatabase(parts.database), parts.log);
  const tripwire = createTripwire(connection, parts.marks, parts.newId, parts.log, tell);
  const state = observableValue<VaultState>({ kind: 'healthy' });
  let loss: LossRow | null = null;

  function show(): VaultState {
    const next = vaultStateOf(connection.state.getSnapshot(), loss);
    if (!isSame(next, state.getSnapshot())) state.set(next);
    return state.getSnapshot();
  }
  function tell(found: LossRow | null): VaultState {
    loss = found;
    return show();
  }
  // Also later: a blocked upgrade that goes on, a store that a newer release in another tab has closed.
  connection.state.subscribe(show);
  void connection.open();

  function unavailable(): VaultState {
    state.set({ kind: 'unavailable' });
    return state.getSnapshot();
  }

  async function look(): Promise<VaultState> {
    if ((await connection.open()) !== 'open') return show();
    try {
      return tell(await tripwire.inspect());
    } catch {
      return unavailable();
    }
  }

  return {
    ...lazySending(async () => (await import('./sending.ts')).createSending({ ...parts, connection, tripwire })),
    inside: { connection, tripwire, parts },
    state,
    connection: connection.state,

    async inspect() {
      const patience = after(parts.openPatienceMs ?? 5_000);
      const blocked = untilBlocked(connection.state);
      const seen = await Promise.race([look(), patience.over, blocked.seen]);
      patience.cancel();
      blocked.cancel();
      if (seen !== undefined) return seen;
      return connection.state.getSnapshot() === 'blocked' ? show() : unavailable();
    },

    async acknowledgeLoss() {
      await tripwire.acknowledgeLoss();
      tell(null);
    },

    settled: () => tripwire.settled(),
    close: () => {
      connection.close();
    },
  };
}

function vaultStateOf(connection: ConnectionState, loss: LossRow | null): VaultState {
  switch (connection) {
    case 'newer-data':
    case 'unreadable':
    // Another tab brought the newer release: this one has let go of the store, and has to be loaded again (F16).
    case 'closed':
      return { kind: 'newer-data' };
    case 'blocked':
    case 'unavailable':
      return { kind: connection };
    case 'opening':
    case 'open':
      return loss === null ? { kind: 'healthy' } : { kind: 'lost', ...loss };
  }
}

function isSame(a: VaultState, b: VaultState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function after(delayMs: number): { readonly over: Promise<undefined>; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, delayMs);
  });
  return {
    over,
    cancel() {
      clearTimeout(timer);
    },
  };
}

function untilBlocked(state: Observable<ConnectionState>): { readonly seen: Promise<undefined>; cancel(): void } {
  let cancel = (): void => undefined;
  const seen = new Promise<undefined>((resolve) => {
    const check = (): void => {
      if (state.getSnapshot() === 'blocked') resolve(undefined);
    };
    cancel = state.subscribe(check);
    check();
  });
  return { seen, cancel };
}
