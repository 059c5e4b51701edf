import type { LiveQuery } from '#lib/live-query.ts';
import { mapLive } from '#lib/map-live.ts';
import { observableValue, type ObservableValue } from '#lib/observable-value.ts';
import type { DraftStore, OutboxShelf } from '../ports.ts';
import type { ResidentStore } from '../resident-ports.ts';
import type { ChangeStore } from '../repairs-menu.ts';
import type { ResultStore } from '../results-menu.ts';
import type { WalletStore } from '../wallet-ports.ts';

/** The stores of whoever has unlocked; or those that refuse everything, once it is locked again. */
export interface LockedStores {
  drafts(plain: DraftStore): DraftStore;
  shelf(plain: OutboxShelf): OutboxShelf;
  wallet(plain: WalletStore): WalletStore;
  residents(plain: ResidentStore): ResidentStore;
  results(plain: ResultStore): ResultStore;
  changes(plain: ChangeStore): ChangeStore;
}

/** Whether somebody has to unlock first, and through which stores the app works. All of a lock that every start carries. */
export interface LockSwitch {
  readonly isShut: ObservableValue<boolean>;
  /** A photo or file came too late, and is not kept; until the lock is opened. */
  readonly wasRefused: ObservableValue<boolean>;
  /** Null where the account has no lock. */
  stores: LockedStores | null;
  /** Remembered beside the store, so that a start covers before it has looked. About nobody. */
  remember(isLocked: boolean): void;
}

const key = 'ajukan.lock';

export function createLockSwitch(texts: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): LockSwitch {
  return {
    isShut: observableValue(attempt(() => texts().getItem(key)) === '1'),
    wasRefused: observableValue(false),
    stores: null,
    remember(isLocked) {
      attempt(() => (isLocked ? texts().setItem(key, '1') : texts().removeItem(key)));
    },
  };
}

/** A browser that forbids it has the lock's row still. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Drafts for who has no key: what is sealed is not there, rather than there and empty. */
export function unsealedDrafts(plain: DraftStore): DraftStore {
  return {
    ...plain,
    liveDrafts: () => mapLive(plain.liveDrafts(), (all) => all.filter(isUnsealed)),
    liveDraft: (id) => whileUnsealed(plain.liveDraft(id)),
    async readDraft(id) {
      const draft = await plain.readDraft(id);
      return draft?.locked === undefined ? draft : undefined;
    },
    readDocuments: async (id) => (await plain.readDocuments(id)).filter(isUnsealed),
    async readDocument(id) {
      const found = await plain.readDocument(id);
      return found?.document.locked === undefined ? found : undefined;
    },
  };
}

const isUnsealed = ({ locked }: { readonly locked?: ArrayBuffer | undefined }): boolean => locked === undefined;
const loading = { state: 'loading' } as const;

/** Sealed in another tab while it was shown here: the form waits as it is for the lock, and loses nothing that it shows. */
function whileUnsealed<T extends { readonly locked?: ArrayBuffer | undefined }>(
  live: LiveQuery<T | null>,
): LiveQuery<T | null> {
  return {
    ...live,
    getSnapshot() {
      const snapshot = live.getSnapshot();
      return snapshot.state === 'ready' && snapshot.value?.locked !== undefined ? loading : snapshot;
    },
  };
}

/** A store that follows the switch with every call. */
export function behindLock<T extends object>(lock: LockSwitch, plain: T, view: (stores: LockedStores) => T): T {
  return new Proxy(plain, {
    get: (target, name): unknown => Reflect.get(lock.stores === null ? target : view(lock.stores), name),
  });
}
