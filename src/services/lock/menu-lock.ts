/** What screens may ask for about the lock. Its code comes when it is asked for. */
import type { LockWay } from '#domain/lock/lock-row.ts';

export type LockStatus =
  /** Nobody is signed in: a lock belongs to an account. */
  | { readonly kind: 'no-account' }
  /** `isOfficer`: other people's papers lie here, and a PIN is not enough for those. */
  | { readonly kind: 'none'; readonly isOfficer: boolean }
  | {
      readonly kind: 'on';
      readonly isOfficer: boolean;
      /** The person's own comes first; spare words may follow. */
      readonly ways: readonly LockWay[];
      /** In the past where somebody may try now. */
      readonly nextTryAtMs: number;
    }
  /** The phone gives no answer. */
  | { readonly kind: 'unknown' };

/** What the person brings; for a passkey the phone asks by itself. */
export type LockSecret = { readonly way: 'pin' | 'passphrase'; readonly text: string } | { readonly way: 'passkey' };

export type UnlockEnd =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong'; readonly nextTryAtMs: number }
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** The person has broken off, or the phone's own lock gave no answer. */
  | { readonly kind: 'broken-off' }
  | { readonly kind: 'failed' };

export type LockChanged = UnlockEnd | { readonly kind: 'changed' };

export interface LockMenu {
  status(): Promise<LockStatus>;
  offersPasskey(): Promise<boolean>;
  /** Six words, made by chance. */
  suggestWords(): string;
  /** A new lock; everything of the account that lies on the phone goes under it. */
  setUp(secret: LockSecret): Promise<LockChanged>;
  unlock(secret: LockSecret): Promise<UnlockEnd>;
  /** Whether it is the one, and nothing else. */
  check(secret: LockSecret): Promise<UnlockEnd>;
  /** Spare words beside the way that there is, to be kept on paper. */
  addWords(current: LockSecret, words: string): Promise<LockChanged>;
  /** Another way in place of the old one; spare words stay. Nothing is sealed anew. */
  change(current: LockSecret, next: LockSecret): Promise<LockChanged>;
  /** Everything can be read without a lock again. */
  remove(current: LockSecret): Promise<LockChanged>;
  /** After so long without use the app locks itself. */
  idleMinutes(): number;
  /** Here and in every other tab. */
  lockNow(): void;
  lockHere(): void;
  /** Looks whether whoever is signed in has a lock that nobody has opened here. */
  look(): Promise<void>;
}
