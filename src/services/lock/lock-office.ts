/** What the office does for a lock; filled by api/, by shape. */
import type { KeyHandle, Recovery, ShareAddress } from '#domain/lock/lock-row.ts';

type Bytes = Recovery['check'];

/** It came to no answer, or nobody is signed in any more. */
export type NoAnswer = { readonly kind: 'no-signal' } | { readonly kind: 'sign-in-needed' };

export type ShareAnswer =
  | { readonly kind: 'given'; readonly share: Bytes }
  | { readonly kind: 'wrong-pin'; readonly triesLeft: number }
  /** Ten wrong ones; or the office has no such share any more. */
  | { readonly kind: 'closed' }
  | NoAnswer;

/** A key of this phone for one request. `number`: what two people read to each other to know that it is this one. */
export interface AnswerKey {
  readonly publicKey: object;
  readonly key: KeyHandle;
  readonly checkNumber: string;
}

export type RecoveryAnswer =
  | { readonly kind: 'answered'; readonly vaultKey: Bytes }
  | { readonly kind: 'asked' }
  /** Refused, ended, or it opens nothing. */
  | { readonly kind: 'refused' }
  | NoAnswer;

export interface LockOffice {
  /** Null for no answer. */
  keepsShares(): Promise<boolean | null>;
  hasRecoveryKey(): Promise<boolean>;
  /** Kept under `address`, or not. */
  putShare(
    address: ShareAddress,
    share: Bytes,
    proof: Bytes,
  ): Promise<{ readonly kind: 'kept' } | { readonly kind: 'refused' } | NoAnswer>;
  /** @param tryId the same for a try that is said again */
  tryShare(address: ShareAddress, tryId: string, proof: Bytes): Promise<ShareAnswer>;
  /** As far as the office can be reached. */
  dropShare(address: ShareAddress): Promise<void>;
  /** Null where the office has no recovery key, as far as this phone has heard. */
  wrapForRecovery(vaultKey: Bytes, heldKid: string | null): Promise<Omit<Recovery, 'check'> | null>;
  newAnswerKey(): Promise<AnswerKey>;
  askRecovery(
    address: { readonly deviceId: string; readonly id: string },
    asked: { readonly lockId: string; readonly jwe: string; readonly answerTo: object },
  ): Promise<{ readonly kind: 'asked' } | { readonly kind: 'refused' } | NoAnswer>;
  readRecovery(address: { readonly deviceId: string; readonly id: string }, key: KeyHandle): Promise<RecoveryAnswer>;
  dropRecovery(address: { readonly deviceId: string; readonly id: string }): Promise<void>;
  /** As the office counts this phone; null before it does. */
  deviceId(): Promise<string | null>;
}
