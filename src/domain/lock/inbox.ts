import type { Bytes } from '#domain/sealing/primitives.ts';
import type { LockRow } from './lock-row.ts';

/**
 * A pair of keys of the lock. What comes in while nobody has unlocked, in the worker too, is sealed to the open half;
 * the other half lies under the vault key.
 */
export interface Inbox {
  /** A point of P-256, uncompressed: 65 bytes. */
  readonly publicKey: Bytes;
  /** PKCS #8, sealed under the vault key. */
  readonly sealed: Bytes;
}

/** Both halves, as they were just made. */
export interface InboxPair {
  readonly publicKey: Bytes;
  readonly privateKey: Bytes;
}

/** Seals a text to the open half. `place` is bound: it opens there and nowhere else. */
export type SealToLock = (publicKey: Bytes, place: string, text: string) => Promise<ArrayBuffer>;
/** Undefined for what was not sealed for this place, or not to this pair. */
export type OpenFromInbox = (place: string, sealed: ArrayBuffer) => Promise<string | undefined>;

/** Where the answers of an application belong that came back to be repaired. */
export function answersPlace({ lockId, owner }: Pick<LockRow, 'lockId' | 'owner'>, applicationId: string): string {
  return JSON.stringify(['ajukan-lock-1', lockId, owner, 'tracked', applicationId]);
}
