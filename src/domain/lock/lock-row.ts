/** A lock as it lies on the phone: how the vault key is wrapped, and how often somebody has tried. Never the key. */
import type { Bytes } from '#domain/sealing/primitives.ts';
import { isRecord } from '#lib/is-record.ts';
import type { Attempts } from './attempts.ts';

/** `pin` holds off who picks the phone up, and nobody who copies it. The others hold off both. */
export const lockWays = ['pin', 'passphrase', 'passkey'] as const;
export type LockWay = (typeof lockWays)[number];

export interface Wrap {
  readonly way: LockWay;
  /** Of the derivation: for PIN and words what PBKDF2 takes, for a passkey what the authenticator takes. */
  readonly salt: Bytes;
  /** Of PBKDF2-SHA-256; 0 for a passkey. */
  readonly iterations: number;
  /** The vault key, sealed (domain/sealing) under the derived key. */
  readonly sealed: Bytes;
  /** Of a passkey. */
  readonly credentialId?: Bytes;
}

export interface LockRow {
  readonly version: 1;
  readonly lockId: string;
  readonly owner: string;
  /** 'removing': the person has taken the lock away and not every row is readable yet. */
  readonly state: 'on' | 'removing';
  readonly wraps: readonly Wrap[];
  readonly attempts: Attempts;
}

function isWrap(value: unknown): value is Wrap {
  return (
    isRecord(value) &&
    lockWays.some((way) => way === value['way']) &&
    isBytes(value['salt']) &&
    typeof value['iterations'] === 'number' &&
    isBytes(value['sealed']) &&
    (value['credentialId'] === undefined || isBytes(value['credentialId']))
  );
}

export function isLockRow(value: unknown): value is LockRow {
  return (
    isRecord(value) &&
    value['version'] === 1 &&
    typeof value['lockId'] === 'string' &&
    typeof value['owner'] === 'string' &&
    (value['state'] === 'on' || value['state'] === 'removing') &&
    Array.isArray(value['wraps']) &&
    value['wraps'].every(isWrap) &&
    isRecord(value['attempts']) &&
    typeof value['attempts']['failed'] === 'number' &&
    typeof value['attempts']['triedAtMs'] === 'number'
  );
}

/** Also of another realm, which instanceof does not know. */
function isBytes(value: unknown): value is Bytes {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}
