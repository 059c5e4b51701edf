/** What screens may ask for about the lock. Its code comes when it is asked for. */
import type { LockWay } from '#domain/lock/lock-row.ts';
import type { Observable } from '#lib/live-query.ts';

export type LockStatus =
  /** Nobody is signed in: a lock belongs to an account. */
  | { readonly kind: 'no-account' }
  /** `isOfficer`: other people's papers lie here, and a PIN is not enough for those. */
  | {
      readonly kind: 'none';
      readonly isOfficer: boolean;
      /** The office could open a lock whose PIN and spare words are forgotten. */
      readonly officeRecovers: boolean;
    }
  | {
      readonly kind: 'on';
      readonly isOfficer: boolean;
      /** The person's own comes first; spare words may follow. */
      readonly ways: readonly LockWay[];
      /** In the past where somebody may try now. */
      readonly nextTryAtMs: number;
      /** For who has forgotten PIN and spare words. */
      readonly recovery: RecoveryStatus;
    }
  /** The phone gives no answer. */
  | { readonly kind: 'unknown' };

export type RecoveryStatus =
  /** The office has no recovery key, or had none when the lock was last open. */
  | { readonly kind: 'none' }
  | { readonly kind: 'possible' }
  /** `checkNumber` is read to the keeper of the recovery key. */
  | { readonly kind: 'asked'; readonly checkNumber: string; readonly askedAtMs: number };

/** What the person brings; for a passkey the phone asks by itself. */
export type LockSecret =
  | { readonly way: 'pin' | 'office-pin' | 'passphrase'; readonly text: string }
  | { readonly way: 'passkey' };

export type UnlockEnd =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong'; readonly nextTryAtMs: number; readonly triesLeft?: number }
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** The person has broken off, or the phone's own lock gave no answer. */
  | { readonly kind: 'broken-off' }
  | { readonly kind: 'failed' }
  /** The office has closed the share of this PIN, or has none. */
  | { readonly kind: 'closed' }
  /** The office can't be asked, and the page holds no share. */
  | { readonly kind: 'no-signal' }
  | { readonly kind: 'sign-in-needed' };

export type LockChanged =
  | UnlockEnd
  | { readonly kind: 'changed' }
  /** Taking it away: so many papers or rows are damaged and open with no key. */
  | { readonly kind: 'damaged'; readonly count: number };

export type RecoveryEnd =
  | { readonly kind: 'asked' }
  /** Refused by the office, or the answer opens nothing. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'no-signal' }
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'failed' };

export interface LockMenu {
  status(): Promise<LockStatus>;
  offersPasskey(): Promise<boolean>;
  /** False once the office has said that it keeps no shares; true also before anybody could ask. */
  offersOfficePin(): Promise<boolean>;
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
  /**
   * Everything can be read without a lock again.
   * @param drops what is damaged is given up for it, at the person's word
   */
  remove(current: LockSecret, drops?: 'damaged'): Promise<LockChanged>;
  /** Asks the office to open it; asked again, it is another request. */
  askRecovery(): Promise<RecoveryEnd>;
  /** 'ready': the office has opened it, and a new way in can be set. */
  readRecovery(): Promise<RecoveryEnd | { readonly kind: 'ready' }>;
  /** Opens with what the office has answered; `next` is the only way in from now on. */
  recover(next: LockSecret): Promise<LockChanged>;
  /** Whether all that belongs under the lock is under it by now. */
  readonly rest: Observable<'done' | 'working' | 'failed'>;
  /** A photo or file came too late and is not kept; until somebody unlocks. */
  readonly wasRefused: Observable<boolean>;
  /** Seals what could not be sealed before. */
  sealRest(): void;
  /** After so long without use the app locks itself. */
  idleMinutes(): number;
  /** Here and in every other tab. */
  lockNow(): void;
  lockHere(): void;
  /** Looks whether whoever is signed in has a lock that nobody has opened here. */
  look(): Promise<void>;
}
