import { observableValue, type ObservableValue } from '#lib/observable-value.ts';
import type { DraftStore, OutboxShelf } from '../ports.ts';
import type { ResidentStore } from '../resident-ports.ts';
import type { WalletStore } from '../wallet-ports.ts';

/** The stores of whoever has unlocked; or those that refuse everything, once it is locked again. */
export interface LockedStores {
  drafts(plain: DraftStore): DraftStore;
  shelf(plain: OutboxShelf): OutboxShelf;
  wallet(plain: WalletStore): WalletStore;
  residents(plain: ResidentStore): ResidentStore;
}

/** Whether somebody has to unlock first, and through which stores the app works. All of a lock that every start carries. */
export interface LockSwitch {
  readonly isShut: ObservableValue<boolean>;
  /** Null where the account has no lock. */
  stores: LockedStores | null;
  /** Remembered beside the store, so that a start covers before it has looked. About nobody. */
  expect(isLocked: boolean): void;
}

const key = 'ajukan.lock';

export function createLockSwitch(texts: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): LockSwitch {
  return {
    isShut: observableValue(attempt(() => texts().getItem(key)) === '1'),
    stores: null,
    expect(isLocked) {
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

/** A store that follows the switch with every call. */
export function behindLock<T extends object>(lock: LockSwitch, plain: T, view: (stores: LockedStores) => T): T {
  return new Proxy(plain, {
    get: (target, name): unknown => Reflect.get(lock.stores === null ? target : view(lock.stores), name),
  });
}
